# diagnosis: cross-term-not-differentiated
def partial_derivatives_by_hand(x, y):
    return 2 * x + 2 * x * y, 2 * y + 2 * x * y
