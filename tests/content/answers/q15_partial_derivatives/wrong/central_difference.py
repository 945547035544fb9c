# diagnosis: formula-instead-of-autograd
def partial_derivatives(x, y, h=1e-5):
    z = lambda a, b: a**2 + 2 * a * b + b**2
    dz_dx = (z(x + h, y) - z(x - h, y)) / (2 * h)
    dz_dy = (z(x, y + h) - z(x, y - h)) / (2 * h)
    return dz_dx, dz_dy
