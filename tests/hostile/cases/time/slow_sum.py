# timed_out: did not return
def sigmoid(z):
    return sum(range(10**14))
