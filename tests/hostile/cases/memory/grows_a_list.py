# failed, timed_out
def sigmoid(z):
    kept = []
    while True:
        kept.append(bytearray(b"x") * 10**7)
