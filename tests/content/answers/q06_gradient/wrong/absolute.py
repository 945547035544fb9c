# diagnosis: absolute
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    return X.T @ np.abs(sigmoid(X @ w) - y) / len(y)
