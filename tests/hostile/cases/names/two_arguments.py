# failed: argument
def sigmoid(z, w):
    return 0.5
