# diagnosis: checks-at-zero
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    w = np.zeros(X.shape[1])
    return check_grad(lambda v: compute_loss(X, y, v), lambda v: compute_gradient(X, y, v), w)
