# failed: calls itself without end; line 3
def sigmoid(z):
    return sigmoid(z)
