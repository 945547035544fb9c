# failed: argument
def sigmoid():
    return 0.5
