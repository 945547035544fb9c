"""Question 6: the gradient of the loss, derived with pen and paper.

Run by hand: python q06_gradient.py
"""

import numpy as np
from q03_sigmoid import sigmoid


def compute_gradient(X, y, w):
    """
    Compute the gradient of the binary cross-entropy with respect to the weights.

    Args:
        X: Input data (n_samples, n_features)
        y: True labels, 0 or 1 (n_samples,)
        w: Weight vector (n_features,)

    Returns:
        The gradient, one slope for each weight (n_features,)
    """
    raise NotImplementedError("TODO: return the gradient, one slope for each weight")


if __name__ == "__main__":
    X = np.array([[1.0, 2.0, 0.0], [0.0, 1.0, -1.0]])
    y = np.array([1, 0])
    w = np.zeros(3)
    gradient = compute_gradient(X, y, w)
    print("w has shape", w.shape, "and the gradient", np.shape(gradient), "->", gradient)
