import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    direction = np.random.randn(len(w))
    eps = 1e-6
    measured = (compute_loss(X, y, w + eps * direction) - compute_loss(X, y, w - eps * direction)) / (2 * eps)
    return abs(measured - compute_gradient(X, y, w) @ direction)
