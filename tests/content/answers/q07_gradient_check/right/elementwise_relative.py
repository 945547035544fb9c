import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    a = compute_gradient(X, y, w)
    n = []
    for j in range(len(w)):
        step = 1e-5
        v1, v2 = np.array(w), np.array(w)
        v1[j], v2[j] = v1[j] + step, v2[j] - step
        n.append((compute_loss(X, y, v1) - compute_loss(X, y, v2)) / (2 * step))
    n = np.array(n)
    return np.max(np.abs(a - n) / np.maximum(1e-8, np.abs(a) + np.abs(n)))
