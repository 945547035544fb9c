import numpy as np


def predict(X, w, threshold=0.5):
    # p > t exactly when the logit exceeds log(t / (1 - t))
    return (X @ w > np.log(threshold / (1 - threshold))).astype(np.int64)


def compute_accuracy(X, y, w):
    return (predict(X, w) == y).sum() / y.size
