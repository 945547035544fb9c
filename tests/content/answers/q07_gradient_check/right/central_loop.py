import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def numerical_gradient(f, w, eps=1e-5):
    grad = np.zeros_like(w)
    for j in range(len(w)):
        plus = w.copy()
        plus[j] += eps
        minus = w.copy()
        minus[j] -= eps
        grad[j] = (f(plus) - f(minus)) / (2 * eps)
    return grad


def gradient_check(X, y, w):
    numeric = numerical_gradient(lambda v: compute_loss(X, y, v), w)
    analytic = compute_gradient(X, y, w)
    return np.linalg.norm(numeric - analytic) / (np.linalg.norm(numeric) + np.linalg.norm(analytic))
