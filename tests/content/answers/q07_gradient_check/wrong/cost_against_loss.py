# diagnosis: did not move
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    e = 1e-8
    return abs(compute_loss(X, y, w + e) - compute_loss(X, y, w))
