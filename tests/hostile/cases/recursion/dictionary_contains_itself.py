# failed: result
def sigmoid(z):
    value = {}
    value["self"] = value
    return value
