# timed_out: did not return
def sigmoid(z):
    return 3 ** (10**9)
