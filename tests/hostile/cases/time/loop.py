# timed_out: did not return; loop
def sigmoid(z):
    while True:
        pass
