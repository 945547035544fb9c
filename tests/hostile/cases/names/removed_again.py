# failed: no `sigmoid`
def sigmoid(z):
    return 0.5


del sigmoid
