# failed: result; moderate size
def sigmoid(z):
    return list(range(3_000_000))
