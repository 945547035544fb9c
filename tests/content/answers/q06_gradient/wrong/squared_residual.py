# diagnosis: square
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    return X.T @ (sigmoid(X @ w) - y) ** 2 / len(y)
