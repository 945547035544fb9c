"""Question 2: bring all pixels to the same scale, with statistics of the training set only.

Run by hand: python q02_normalize.py
"""

import numpy as np


def normalize(X_train, X_test):
    """
    Subtract the mean and divide by the standard deviation, pixel by pixel.

    Args:
        X_train: Training images (n_train, n_features)
        X_test: Test images (n_test, n_features)

    Returns:
        X_train_norm: Normalized training images (n_train, n_features)
        X_test_norm: Test images normalized with the statistics of the training set (n_test, n_features)
    """
    std = X_train.std(axis=0)
    std[std == 0] = np.inf
    return (X_train - X_train.mean(axis=0)) / std, (X_test - X_train.mean(axis=0)) / std


if __name__ == "__main__":
    from q01_split import split_digits
    from sklearn.datasets import load_digits

    data = load_digits()
    X_train, X_test, y_train, y_test = split_digits(data.data, data.target)
    X_train_norm, X_test_norm = normalize(X_train, X_test)
    print(f"Training mean {X_train_norm.mean():.3f}, test mean {X_test_norm.mean():.3f}")
    print(f"Pixels constant in the training set: {np.sum(X_train.std(axis=0) == 0)}")
