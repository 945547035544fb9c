import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    analytic = compute_gradient(X, y, w)
    h = 1e-6
    worst = 0.0
    for j in range(w.size):
        e = np.zeros(w.size)
        e[j] = h
        slope = (compute_loss(X, y, w + e) - compute_loss(X, y, w - e)) / (2 * h)
        worst = max(worst, abs(slope - analytic[j]))
    return worst
