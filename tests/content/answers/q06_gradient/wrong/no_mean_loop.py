# diagnosis: summed-instead-of-averaged
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    g = np.zeros(X.shape[1])
    for xi, yi in zip(X, y):
        g = g + (sigmoid(xi @ w) - yi) * xi
    return g
