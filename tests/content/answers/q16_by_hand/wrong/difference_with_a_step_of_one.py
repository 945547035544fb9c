# diagnosis: difference-with-a-large-step
def partial_derivatives_by_hand(x, y):
    f = lambda a, b: (a + b) ** 2
    return (f(x + 1, y) - f(x - 1, y)) / 2, (f(x, y + 1) - f(x, y - 1)) / 2
