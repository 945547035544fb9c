# diagnosis: a-verdict-instead-of-the-error
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import approx_fprime


def gradient_check(X, y, w):
    return np.allclose(approx_fprime(w, lambda v: compute_loss(X, y, v)), compute_gradient(X, y, w), atol=1e-4)
