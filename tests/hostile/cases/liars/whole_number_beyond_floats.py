# failed
def sigmoid(z):
    return 10**400
