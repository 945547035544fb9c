# diagnosis: results-rounded
def partial_derivatives_by_hand(x, y):
    return round(2 * x + 2 * y, 2), round(2 * x + 2 * y, 2)
