"""Question 12: from probabilities to decisions, and how many of them are right.

Run by hand: python q12_accuracy.py
"""

import numpy as np
from q04_predict_proba import predict_proba


def predict(X, w, threshold=0.5):
    """
    Decide for class 0 or class 1.

    Args:
        X: Input data (n_samples, n_features)
        w: Weight vector (n_features,)
        threshold: The probability from which the answer is 1.

    Returns:
        The decisions, 0 or 1 (n_samples,)
    """
    raise NotImplementedError("TODO: return 0 or 1 for each sample")


def compute_accuracy(X, y, w):
    """
    Compute the share of samples that are decided correctly, at threshold 0.5.

    Args:
        X: Input data (n_samples, n_features)
        y: True labels, 0 or 1 (n_samples,)
        w: Weight vector (n_features,)

    Returns:
        The accuracy, between 0 and 1.
    """
    raise NotImplementedError("TODO: return the share of correct decisions")


if __name__ == "__main__":
    X = np.array([[2.0, 0.0], [-1.0, 0.0], [0.0, 3.0], [0.0, -3.0]])
    y = np.array([1, 0, 0, 0])
    w = np.array([1.0, 0.5])
    print("decisions", predict(X, w), "truth", y)
    print("accuracy", compute_accuracy(X, y, w))
