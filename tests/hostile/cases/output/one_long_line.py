# failed: printed more than
def sigmoid(z):
    print("x" * 50_000_000)
