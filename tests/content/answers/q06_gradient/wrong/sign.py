# diagnosis: sign-flipped
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    p = sigmoid(X @ w)
    return X.T @ (y - p) / len(y)
