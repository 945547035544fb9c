def partial_derivatives_by_hand(x, y):
    dz_dx = 2 * (x + y)
    dz_dy = 2 * (y + x)
    print("dz/dx =", dz_dx, "dz/dy =", dz_dy)
    return [dz_dx, dz_dy]
