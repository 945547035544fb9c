import numpy as np


def partial_derivatives_by_hand(x, y):
    in_x = np.poly1d([1.0, 2.0 * y, y * y])
    in_y = np.poly1d([1.0, 2.0 * x, x * x])
    return in_x.deriv()(x), in_y.deriv()(y)
