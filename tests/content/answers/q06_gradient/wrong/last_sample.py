# diagnosis: overwritten-in-the-loop
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    n = len(y)
    grad = np.zeros_like(w)
    for i in range(n):
        grad = (sigmoid(X[i] @ w) - y[i]) * X[i]
    return grad / n
