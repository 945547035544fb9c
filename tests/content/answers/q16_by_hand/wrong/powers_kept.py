# diagnosis: powers-not-lowered
def partial_derivatives_by_hand(x, y):
    return 2 * x**2 + 2 * x * y, 2 * y**2 + 2 * x * y
