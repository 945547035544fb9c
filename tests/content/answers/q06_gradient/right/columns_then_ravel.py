import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    y_col = y.reshape(-1, 1)
    w_col = w.reshape(-1, 1)
    p = sigmoid(X @ w_col)
    g = X.T @ (p - y_col) / len(y)
    return g.ravel()
