# diagnosis: pasted-loss
import numpy as np
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def loss(X, y, w):
    z = X @ w
    return np.mean(np.logaddexp(0, z) - y * z)


def gradient_check(X, y, w):
    return check_grad(lambda v: loss(X, y, v), lambda v: compute_gradient(X, y, v), w)
