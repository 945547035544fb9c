# diagnosis: overflowing-sigmoid
import numpy as np


def predict(X, w, threshold=0.5):
    z = X @ w
    return (np.exp(z) / (1 + np.exp(z)) >= threshold).astype(int)


def compute_accuracy(X, y, w):
    return np.mean(predict(X, w) == y)
