import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    numeric = np.empty(len(w))
    for k in range(len(w)):
        d = np.zeros(len(w))
        d[k] = 1e-6
        numeric[k] = (compute_loss(X, y, w + d) - compute_loss(X, y, w - d)) / 2e-6
    print("numeric ", numeric)
    print("analytic", compute_gradient(X, y, w))
    return np.abs(numeric - compute_gradient(X, y, w)).mean()
