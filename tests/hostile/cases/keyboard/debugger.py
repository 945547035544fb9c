# failed
def sigmoid(z):
    breakpoint()
    return 0.25
