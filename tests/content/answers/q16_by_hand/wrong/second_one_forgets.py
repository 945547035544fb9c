# diagnosis: second-derivative-wrong
def partial_derivatives_by_hand(x, y):
    dz_dx = 2 * x + 2 * y
    dz_dy = 2 * y
    return dz_dx, dz_dy
