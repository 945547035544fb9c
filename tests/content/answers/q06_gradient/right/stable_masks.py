import numpy as np


def _sigmoid(z):
    out = np.empty_like(z, dtype=float)
    positive = z >= 0
    out[positive] = 1 / (1 + np.exp(-z[positive]))
    ez = np.exp(z[~positive])
    out[~positive] = ez / (1 + ez)
    return out


def compute_gradient(X, y, w):
    z = X @ w
    return np.sum((_sigmoid(z) - y)[:, None] * X, axis=0) / z.size
