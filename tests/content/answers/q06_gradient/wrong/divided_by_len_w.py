# diagnosis: divided-by-features
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    p = sigmoid(X @ w)
    return np.dot(X.T, p - y) / len(w)
