# failed
def sigmoid(z):
    return NotImplemented
