# diagnosis: only-one-class
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    p = sigmoid(X @ w)
    return -X.T @ (y * (1 - p)) / len(y)
