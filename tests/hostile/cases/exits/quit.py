# failed: ends the program
def sigmoid(z):
    quit()
