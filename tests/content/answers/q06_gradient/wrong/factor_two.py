# diagnosis: extra-factor-two
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    p = sigmoid(X @ w)
    return 2 * X.T @ (p - y) / len(y)
