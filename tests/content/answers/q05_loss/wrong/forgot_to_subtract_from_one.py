# diagnosis: same-logarithm-twice
"""Question 5: the binary cross-entropy loss.

Run by hand: python q05_loss.py
"""

import numpy as np
from q04_predict_proba import predict_proba


def compute_loss(X, y, w):
    """
    Compute the binary cross-entropy loss, averaged over the samples.

    Args:
        X: Input data (n_samples, n_features)
        y: True labels, 0 or 1 (n_samples,)
        w: Weight vector (n_features,)

    Returns:
        Loss value (scalar)
    """
    p = np.clip(predict_proba(X, w), 1e-12, 1 - 1e-12)
    return -(y * np.log(p) + (1 - y) * np.log(p)).mean()


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 64))
    w_true = rng.normal(size=64)
    y = (X @ w_true > 0).astype(int)
    print(f"Loss at w = 0: {compute_loss(X, y, np.zeros(64)):.4f}")
    print(f"Loss at the weights that made the labels: {compute_loss(X, y, w_true):.4f}")
