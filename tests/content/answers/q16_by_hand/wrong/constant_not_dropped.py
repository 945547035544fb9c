# diagnosis: other-square-kept
def partial_derivatives_by_hand(x, y):
    dz_dx = 2 * x + 2 * y + y**2
    dz_dy = x**2 + 2 * x + 2 * y
    return dz_dx, dz_dy
