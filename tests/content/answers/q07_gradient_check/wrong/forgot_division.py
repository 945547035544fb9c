# diagnosis: slopes-not-divided-by-the-step
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    eps = 1e-6
    numeric = np.zeros(len(w))
    for j in range(len(w)):
        up, down = w.copy(), w.copy()
        up[j] += eps
        down[j] -= eps
        numeric[j] = compute_loss(X, y, up) - compute_loss(X, y, down)
    return np.linalg.norm(numeric - compute_gradient(X, y, w))
