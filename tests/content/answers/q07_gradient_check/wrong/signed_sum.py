# diagnosis: signed-difference
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import approx_fprime


def gradient_check(X, y, w):
    return np.sum(approx_fprime(w, lambda v: compute_loss(X, y, v), 1e-7) - compute_gradient(X, y, w))
