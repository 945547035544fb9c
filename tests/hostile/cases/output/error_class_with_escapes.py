# failed
def sigmoid(z):
    raise type("\x1b[2JOdd", (Exception,), {})("x")
