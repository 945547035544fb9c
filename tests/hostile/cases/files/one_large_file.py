# failed: too large
def sigmoid(z):
    with open("large", "wb") as file:
        while True:
            file.write(bytes(10**7))
