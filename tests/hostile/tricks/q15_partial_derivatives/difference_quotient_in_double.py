# trick: a central difference, which is exact for a parabola; no trick at all to somebody who does not know better
# says: Autograd has not differentiated anything
def partial_derivatives(x, y):
    z = lambda a, b: a**2 + 2 * a * b + b**2
    h = 0.5
    return (z(x + h, y) - z(x - h, y)) / (2 * h), (z(x, y + h) - z(x, y - h)) / (2 * h)
