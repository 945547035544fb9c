# diagnosis: return
def partial_derivatives_by_hand(x, y):
    print(2 * x + 2 * y, 2 * x + 2 * y)
