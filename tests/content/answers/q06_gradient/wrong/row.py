# diagnosis: axis
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    p = sigmoid(X @ w).reshape(1, -1)
    return (p - y) @ X / len(y)
