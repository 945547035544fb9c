import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    analytic = compute_gradient(X, y, w)
    numeric = np.zeros_like(analytic)
    eps = 1e-6
    for i in range(len(w)):
        w[i] += eps
        up = compute_loss(X, y, w)
        w[i] -= 2 * eps
        down = compute_loss(X, y, w)
        w[i] += eps
        numeric[i] = (up - down) / (2 * eps)
    return float(np.abs(numeric - analytic).max())
