# timed_out: did not return
def sigmoid(z):
    try:
        return 0.5
    finally:
        while True:
            pass
