# failed: result
def sigmoid(z):
    value = []
    value.append(value)
    return value
