# diagnosis: signed-difference
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    eps = 1e-5
    numeric = []
    for j in range(len(w)):
        v = w.copy()
        v[j] += eps
        u = w.copy()
        u[j] -= eps
        numeric.append((compute_loss(X, y, v) - compute_loss(X, y, u)) / (2 * eps))
    return abs(np.mean(np.array(numeric) - compute_gradient(X, y, w)))
