import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    p = sigmoid(X @ w)
    return np.array([np.mean((p - y) * X[:, j]) for j in range(X.shape[1])])
