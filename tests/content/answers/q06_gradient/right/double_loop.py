import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    n = len(X)
    d = len(w)
    grad = np.zeros(d)
    for j in range(d):
        total = 0.0
        for i in range(n):
            z = 0.0
            for k in range(d):
                z += X[i, k] * w[k]
            total += (sigmoid(z) - y[i]) * X[i, j]
        grad[j] = total / n
    return grad
