# remark: slow-loop
"""Question 5: the binary cross-entropy loss.

Run by hand: python q05_loss.py
"""

import numpy as np
import math
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
    p = predict_proba(X, w)
    total = 0.0
    for i in range(len(y)):
        p_i = min(max(float(p[i]), 1e-12), 1 - 1e-12)
        if y[i] == 1:
            total -= math.log(p_i)
        else:
            total -= math.log(1 - p_i)
    return total / len(y)


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(200, 64))
    w_true = rng.normal(size=64)
    y = (X @ w_true > 0).astype(int)
    print(f"Loss at w = 0: {compute_loss(X, y, np.zeros(64)):.4f}")
    print(f"Loss at the weights that made the labels: {compute_loss(X, y, w_true):.4f}")
