import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    n, d = X.shape
    gradient = np.zeros(d)
    for i in range(n):
        p_i = sigmoid(X[i] @ w)
        gradient += (p_i - y[i]) * X[i]
    return gradient / n
