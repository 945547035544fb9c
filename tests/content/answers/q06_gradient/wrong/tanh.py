# diagnosis: tanh
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    return X.T @ (np.tanh(X @ w) - y) / len(y)
