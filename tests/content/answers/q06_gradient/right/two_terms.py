import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    p = sigmoid(X @ w)
    n = len(y)
    # class 1 pulls up, class 0 pulls down
    ones = -(y * (1 - p)) @ X
    zeros = ((1 - y) * p) @ X
    return (ones + zeros) / n
