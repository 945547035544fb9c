# diagnosis: mean-residual-times-mean-features
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    p = sigmoid(X @ w)
    return np.mean(p - y) * np.mean(X, axis=0)
