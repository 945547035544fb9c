# failed: parentheses
def sigmoid(z):
    return sigmoid
