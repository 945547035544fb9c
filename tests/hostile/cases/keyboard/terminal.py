# failed: may not
def sigmoid(z):
    return open("/dev/tty").read()
