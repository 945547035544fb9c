"""Question 7: measure how far the gradient is from the slopes of the loss.

Run by hand: python q07_gradient_check.py
"""

import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    """
    Compare `compute_gradient` with the slopes of `compute_loss` at the point w.

    Args:
        X: Input data (n_samples, n_features)
        y: True labels, 0 or 1 (n_samples,)
        w: The weights at which to compare (n_features,)

    Returns:
        The error: close to 0 when the two agree, large when they do not.
    """
    raise NotImplementedError("TODO: return the error between the two gradients")


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(20, 5))
    y = rng.integers(0, 2, size=20)
    w = rng.normal(size=5)
    print(f"Gradient check error: {gradient_check(X, y, w):.2e}")
