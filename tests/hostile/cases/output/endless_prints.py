# failed, timed_out: printed more than
def sigmoid(z):
    while True:
        print("x" * 1000)
