# failed: memory; line 3
def sigmoid(z):
    return bytearray(10**11)
