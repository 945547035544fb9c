# diagnosis: derivatives-added-up
def partial_derivatives_by_hand(x, y):
    return 4 * x + 4 * y
