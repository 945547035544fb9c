# diagnosis: always-zero
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    numeric = compute_gradient(X, y, w)
    analytic = compute_gradient(X, y, w)
    return np.linalg.norm(numeric - analytic)
