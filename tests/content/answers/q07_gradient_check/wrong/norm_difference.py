# diagnosis: compares-lengths-only
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    eps = 1e-6
    numeric = np.zeros_like(w)
    for j in range(len(w)):
        e = np.zeros_like(w)
        e[j] = eps
        numeric[j] = (compute_loss(X, y, w + e) - compute_loss(X, y, w - e)) / (2 * eps)
    return abs(np.linalg.norm(numeric) - np.linalg.norm(compute_gradient(X, y, w)))
