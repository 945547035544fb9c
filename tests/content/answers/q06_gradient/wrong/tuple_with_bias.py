# diagnosis: tuple
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    r = sigmoid(X @ w) - y
    dw = X.T @ r / len(y)
    db = r.mean()
    return dw, db
