# diagnosis: averaged-over-the-weights-too
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    p = sigmoid(X @ w)
    return np.mean(X.T @ (p - y) / len(y))
