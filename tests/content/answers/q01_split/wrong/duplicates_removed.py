# diagnosis: labels-lose-their-rows
"""Question 1: keep two digits and split them into a training and a test set.

Run by hand: python q01_split.py
"""

import numpy as np
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def split_digits(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """
    Keep the images of the given digits and split them into training and test sets.

    Args:
        X: Images, one per row (n_samples, n_features)
        y: Digit of each image (n_samples,)
        digits: The two digits to keep
        test_size: Share of the kept images that goes to the test set
        random_state: Seed of the shuffling, so that the split can be repeated

    Returns:
        X_train: (n_train, n_features)
        X_test: (n_test, n_features)
        y_train: (n_train,)
        y_test: (n_test,)
    """
    keep = np.isin(y, digits)
    Xk, yk = np.unique(X[keep], axis=0), y[keep]
    return train_test_split(Xk, yk, test_size=test_size, random_state=random_state)


if __name__ == "__main__":
    data = load_digits()
    print(f"Everything: X={data.data.shape}, y={data.target.shape}, labels {np.unique(data.target)}")
    for name, part in zip(
        ("X_train", "X_test", "y_train", "y_test"), split_digits(data.data, data.target), strict=True
    ):
        print(f"{name}: {part.shape}")
