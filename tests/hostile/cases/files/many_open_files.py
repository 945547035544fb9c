# failed: OSError
def sigmoid(z):
    kept = []
    while True:
        kept.append(open("x", "w"))
