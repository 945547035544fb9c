# diagnosis: returns-the-gradient
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    eps = 1e-6
    g = np.zeros_like(w)
    for j in range(len(w)):
        e = np.zeros_like(w)
        e[j] = eps
        g[j] = (compute_loss(X, y, w + e) - compute_loss(X, y, w - e)) / (2 * eps)
    return g
