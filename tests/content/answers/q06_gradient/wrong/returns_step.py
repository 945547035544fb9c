# diagnosis: takes-the-step
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    gradient = X.T @ (sigmoid(X @ w) - y) / len(y)
    w = w - 0.01 * gradient
    return w
