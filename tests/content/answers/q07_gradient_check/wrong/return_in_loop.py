# diagnosis: not-every-weight
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    analytic = compute_gradient(X, y, w)
    total = 0.0
    for j in range(len(w)):
        up, down = w.copy(), w.copy()
        up[j] += 1e-5
        down[j] -= 1e-5
        total += abs((compute_loss(X, y, up) - compute_loss(X, y, down)) / 2e-5 - analytic[j])
        return total
