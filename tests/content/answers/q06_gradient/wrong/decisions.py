# diagnosis: decisions-instead-of-probabilities
import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    predictions = (sigmoid(X @ w) >= 0.5).astype(int)
    return X.T @ (predictions - y) / len(y)
