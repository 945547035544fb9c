# diagnosis: nudges-all-weights-at-once
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    eps = 1e-6
    numeric = (compute_loss(X, y, w + eps) - compute_loss(X, y, w - eps)) / (2 * eps)
    return np.linalg.norm(numeric - compute_gradient(X, y, w))
