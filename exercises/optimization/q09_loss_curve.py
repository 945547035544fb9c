"""Question 9: look at your own loss curve. Change the numbers and run again.

Run by hand: python q09_loss_curve.py
"""

from q01_split import split_digits
from q02_normalize import normalize
from q08_gradient_descent import gradient_descent
from sklearn.datasets import load_digits


def loss_curve(learning_rate=0.01, n_iterations=1000):
    """
    Train on the digits 0 and 1 with your own functions and return the losses.

    Args:
        learning_rate: Step size; try others.
        n_iterations: Number of updates; try others.

    Returns:
        The loss on the training set, iteration after iteration.
    """
    X, y = load_digits(return_X_y=True)
    X_train, X_test, y_train, _ = split_digits(X, y)
    X_train, _ = normalize(X_train, X_test)
    _, loss_history = gradient_descent(X_train, y_train, learning_rate, n_iterations, verbose=False)
    return loss_history


if __name__ == "__main__":
    losses = loss_curve()
    for iteration in (0, 1, 10, 100, len(losses) - 1):
        print(f"iteration {iteration:4d}: loss {losses[iteration]:.4f}")
