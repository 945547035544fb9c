# diagnosis: whole-numbers-only
def partial_derivatives_by_hand(x, y):
    return int(2 * x + 2 * y), int(2 * x + 2 * y)
