# diagnosis: half
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    p = sigmoid(X @ w)
    n = len(y)
    return (1 / (2 * n)) * X.T @ (p - y)
