# diagnosis: difference-quotient
def partial_derivatives(x, y):
    h = 1e-3

    def z(a, b):
        return a**2 + 2 * a * b + b**2

    return (z(x + h, y) - z(x, y)) / h, (z(x, y + h) - z(x, y)) / h
