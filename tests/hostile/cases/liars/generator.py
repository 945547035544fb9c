# failed: generator
def sigmoid(z):
    yield 0.5
