# failed: ZeroDivisionError
def sigmoid(z):
    return 1 / 0
