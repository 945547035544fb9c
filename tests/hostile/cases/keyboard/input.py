# failed: EOFError; no keyboard input
def sigmoid(z):
    return float(input("z? "))
