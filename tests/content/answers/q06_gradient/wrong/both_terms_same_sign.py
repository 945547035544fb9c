# diagnosis: sign
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    p = sigmoid(X @ w)
    return X.T @ (y * (1 - p) + (1 - y) * p) / len(y)
