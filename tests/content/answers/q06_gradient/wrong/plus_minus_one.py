# diagnosis: labels-as-plus-and-minus-one
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    t = 2 * y - 1
    return X.T @ (sigmoid(X @ w) - t) / len(y)
