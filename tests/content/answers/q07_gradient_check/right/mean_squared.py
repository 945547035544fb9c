import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    eye = np.eye(len(w)) * 1e-4
    numeric = np.array([(compute_loss(X, y, w + e) - compute_loss(X, y, w - e)) / 2e-4 for e in eye])
    return np.mean((numeric - compute_gradient(X, y, w)) ** 2)
