# failed: text
def sigmoid(z):
    return "0.5"
