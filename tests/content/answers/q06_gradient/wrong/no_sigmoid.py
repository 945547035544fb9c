# diagnosis: no-sigmoid
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    return X.T @ (X @ w - y) / len(y)
