import torch  # noqa: F401  (was needed in the question before)


def d_dx(x, y):
    return 2 * x + 2 * y


def d_dy(x, y):
    return d_dx(y, x)


def partial_derivatives_by_hand(x, y):
    return d_dx(x, y), d_dy(x, y)


print(partial_derivatives_by_hand(2, 3))
