# remark: numerical-gradient
import numpy as np
from q05_loss import compute_loss


def compute_gradient(X, y, w):
    eps = 1e-5
    grad = np.zeros(len(w))
    for j in range(len(w)):
        up, down = w.copy(), w.copy()
        up[j] += eps
        down[j] -= eps
        grad[j] = (compute_loss(X, y, up) - compute_loss(X, y, down)) / (2 * eps)
    return grad
