# failed
def sigmoid(z):
    try:
        return 1 / (1 + undefined(z))
    except Exception:
        return z
