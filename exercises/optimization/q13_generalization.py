"""Question 13: train and test accuracy of your model, and what its weights look like.

Run by hand: python q13_generalization.py
"""

import numpy as np
from q01_split import split_digits
from q02_normalize import normalize
from q08_gradient_descent import gradient_descent
from q12_accuracy import compute_accuracy
from sklearn.datasets import load_digits


def generalization(learning_rate=0.01, n_iterations=1000, n_train=None):
    """
    Train on the digits 0 and 1 with your own functions, then measure on both sets.

    Args:
        learning_rate: Step size; try others.
        n_iterations: Number of updates; try 1, 10, 100.
        n_train: How many training samples to use, all when None; try 10.

    Returns:
        train_accuracy: Accuracy on the samples trained on.
        test_accuracy: Accuracy on the samples kept aside.
        w: The weights, one for each pixel (64,).
    """
    X, y = load_digits(return_X_y=True)
    X_train, X_test, y_train, y_test = split_digits(X, y)
    X_train, y_train = X_train[:n_train], y_train[:n_train]
    X_train, X_test = normalize(X_train, X_test)
    w, _ = gradient_descent(X_train, y_train, learning_rate, n_iterations, verbose=False)
    return compute_accuracy(X_train, y_train, w), compute_accuracy(X_test, y_test, w), w


if __name__ == "__main__":
    train_accuracy, test_accuracy, w = generalization()
    print(f"train accuracy {train_accuracy:.4f}, test accuracy {test_accuracy:.4f}")
    print(np.round(np.reshape(w, (8, 8)), 2))
