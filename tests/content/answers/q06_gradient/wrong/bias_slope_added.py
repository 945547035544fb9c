# diagnosis: shape
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    r = sigmoid(X @ w) - y
    return np.append(X.T @ r / len(y), r.mean())
