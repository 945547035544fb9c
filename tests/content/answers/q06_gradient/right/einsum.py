import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    r = sigmoid(np.einsum("ij,j->i", X, w)) - y
    return np.einsum("ij,i->j", X, r) / r.size
