# failed: ends the program
def sigmoid(z):
    raise KeyboardInterrupt
