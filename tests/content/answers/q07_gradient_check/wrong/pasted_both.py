# diagnosis: pasted-gradient
import numpy as np
from scipy.optimize import check_grad


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def compute_loss(X, y, w):
    p = np.clip(sigmoid(X @ w), 1e-12, 1 - 1e-12)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def compute_gradient(X, y, w):
    return X.T @ (sigmoid(X @ w) - y) / len(y)


def gradient_check(X, y, w):
    return check_grad(lambda v: compute_loss(X, y, v), lambda v: compute_gradient(X, y, v), w)
