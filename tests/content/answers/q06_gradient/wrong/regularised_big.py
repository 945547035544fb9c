# diagnosis: penalty-added
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w, lam=0.1):
    p = sigmoid(X @ w)
    return X.T @ (p - y) / len(y) + 2 * lam * w
