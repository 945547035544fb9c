# remark: slow-loop
import numpy as np


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-np.clip(z, -30, 30)))


def compute_loss(X, y, w):
    p = sigmoid(X @ w)
    eps = 1e-15
    losses = []
    for pi, yi in zip(p, y):
        losses.append(-(yi * np.log(pi + eps) + (1 - yi) * np.log(1 - pi + eps)))
    return np.mean(losses)
