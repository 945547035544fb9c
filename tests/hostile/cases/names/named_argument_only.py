# failed: argument
def sigmoid(*, z):
    return 0.5
