# diagnosis: mutated-input
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    analytic = compute_gradient(X, y, w)
    eps = 1e-5
    total = 0
    for j in range(len(w)):
        base = compute_loss(X, y, w)
        w[j] += eps
        total += abs((compute_loss(X, y, w) - base) / eps - analytic[j])
    return total
