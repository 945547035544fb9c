# failed: ValueError; line 3
def sigmoid(z):
    raise ValueError("not today")
