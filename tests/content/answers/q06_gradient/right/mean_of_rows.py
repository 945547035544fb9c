import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X: np.ndarray, y: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Mean over the samples of residual times features."""
    residual = sigmoid(X.dot(w)) - y
    return np.mean(residual[:, np.newaxis] * X, axis=0)
