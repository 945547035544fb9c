import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    n = X.shape[0]
    p = sigmoid(X @ w)
    return X.T @ (p - y) / n
