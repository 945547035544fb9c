# diagnosis: not-cancelled
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    p = sigmoid(X @ w)
    dl_dp = -y / p + (1 - y) / (1 - p)
    dp_dz = p * (1 - p)
    return X.T @ (dl_dp * dp_dz) / len(y)
