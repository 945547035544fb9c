# diagnosis: sign
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    return X.T @ (y - sigmoid(X @ w))
