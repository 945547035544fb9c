# diagnosis: half-of-the-slope
def partial_derivatives_by_hand(x, y):
    return x + y, x + y
