# diagnosis: error
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    return check_grad(compute_loss, compute_gradient, w, X, y)
