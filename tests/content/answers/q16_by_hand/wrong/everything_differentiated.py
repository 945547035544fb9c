# diagnosis: factor-of-the-cross-term-lost
def partial_derivatives_by_hand(x, y):
    dz_dx = 2 * x + 2
    dz_dy = 2 * y + 2
    return dz_dx, dz_dy
