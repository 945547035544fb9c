# diagnosis: scaled-to-length-one
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    g = X.T @ (sigmoid(X @ w) - y) / len(y)
    return g / np.linalg.norm(g)
