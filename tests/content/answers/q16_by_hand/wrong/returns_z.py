# diagnosis: z-instead-of-derivatives
def partial_derivatives_by_hand(x, y):
    return x**2 + 2 * x * y + y**2
