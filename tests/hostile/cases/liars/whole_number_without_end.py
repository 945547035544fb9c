# failed: result
def sigmoid(z):
    return 10**100_000
