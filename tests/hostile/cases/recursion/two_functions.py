# failed: calls itself without end
def other(z):
    return sigmoid(z)


def sigmoid(z):
    return other(z)
