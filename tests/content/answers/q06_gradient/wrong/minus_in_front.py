# diagnosis: sign-flipped
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    n = len(y)
    return -1 / n * X.T @ (sigmoid(X @ w) - y)
