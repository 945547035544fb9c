# diagnosis: penalty-added
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    p = sigmoid(X @ w)
    return X.T @ (p - y) / len(y) + 0.01 * w
