# failed: ValueError
def sigmoid(z):
    raise ValueError("x" * 10**7)
