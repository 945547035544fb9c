# diagnosis: rounded
def partial_derivatives_by_hand(x, y):
    h = 1e-4
    f = lambda a, b: (a + b) ** 2
    return round((f(x + h, y) - f(x - h, y)) / (2 * h), 4), round((f(x, y + h) - f(x, y - h)) / (2 * h), 4)
