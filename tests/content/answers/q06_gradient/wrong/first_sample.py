# diagnosis: one-sample-only
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    for i in range(len(y)):
        p = sigmoid(X[i] @ w)
        return (p - y[i]) * X[i]
