# diagnosis: difference-quotient
def z(x, y):
    return x**2 + 2 * x * y + y**2


def partial_derivatives_by_hand(x, y):
    h = 1e-6
    return (z(x + h, y) - z(x, y)) / h, (z(x, y + h) - z(x, y)) / h
