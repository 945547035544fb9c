# diagnosis: difference-quotient
def partial_derivatives_by_hand(x, y):
    h = 1e-5
    f = lambda a, b: a * a + 2 * a * b + b * b
    dz_dx = (f(x + h, y) - f(x - h, y)) / (2 * h)
    dz_dy = (f(x, y + h) - f(x, y - h)) / (2 * h)
    return dz_dx, dz_dy
