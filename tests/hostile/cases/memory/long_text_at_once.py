# failed: memory
def sigmoid(z):
    return "x" * 10**11
