# diagnosis: cross-term-counted-once
def partial_derivatives_by_hand(x, y):
    dz_dx = 2 * x + y
    dz_dy = x + 2 * y
    return dz_dx, dz_dy
