# diagnosis: shape
"""Question 4: the probability of class 1 for every sample.

Run by hand: python q04_predict_proba.py
"""

import numpy as np
from q03_sigmoid import sigmoid


def predict_proba(X, w):
    """
    Compute the probability P(y=1 | x) for each sample in X.

    Args:
        X: Input data (n_samples, n_features)
        w: Weight vector (n_features,)

    Returns:
        Probabilities (n_samples,)
    """
    return sigmoid(np.outer(X.sum(axis=1), w))


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(5, 64))
    print(f"Random weights: {predict_proba(X, rng.normal(size=64))}")
    print(f"Weights at zero: {predict_proba(X, np.zeros(64))}")
