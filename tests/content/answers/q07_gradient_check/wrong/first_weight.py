# diagnosis: not-every-weight
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    e = np.zeros_like(w)
    e[0] = 1e-5
    slope = (compute_loss(X, y, w + e) - compute_loss(X, y, w - e)) / 2e-5
    return abs(slope - compute_gradient(X, y, w)[0])
