# failed: I found `Sigmoid`
def Sigmoid(z):
    return 0.5
