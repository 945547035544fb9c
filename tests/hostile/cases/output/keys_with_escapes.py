# failed: dictionary
def sigmoid(z):
    return {"\x1b[2J": 1.0}
