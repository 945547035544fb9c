import numpy as np


def partial_derivatives_by_hand(x, y):
    hessian = np.array([[2.0, 2.0], [2.0, 2.0]])
    return hessian @ np.array([x, y])
