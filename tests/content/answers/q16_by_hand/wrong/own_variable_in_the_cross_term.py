# diagnosis: own-variable-in-the-cross-term
def partial_derivatives_by_hand(x, y):
    dz_dx = 2 * x + 2 * x
    dz_dy = 2 * y + 2 * y
    return dz_dx, dz_dy
