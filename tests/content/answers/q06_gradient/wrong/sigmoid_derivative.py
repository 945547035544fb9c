# diagnosis: sigmoid-slope-left-in
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * p * (1 - p)) / X.shape[0]
