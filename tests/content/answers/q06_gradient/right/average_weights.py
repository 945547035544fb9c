import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    errors = sigmoid(np.matmul(X, w)) - y.astype(float)
    return np.average(X * errors[:, None], axis=0)
