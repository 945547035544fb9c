# timed_out: did not return
def sigmoid(z):
    while True:
        try:
            raise ValueError
        except BaseException:
            continue
