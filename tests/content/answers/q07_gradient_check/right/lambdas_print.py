import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    error = check_grad(lambda v: compute_loss(X, y, v), lambda v: compute_gradient(X, y, v), w)
    print(f"Gradient check error: {error:.2e}")
    return float(error)
