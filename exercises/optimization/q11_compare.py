"""Question 11: several learning rates on the same axes. Edit RATES and run again.

Run by hand: python q11_compare.py
"""

from q01_split import split_digits
from q02_normalize import normalize
from q10_learning_rates import compare_learning_rates
from sklearn.datasets import load_digits

RATES = (0.001, 0.01, 0.1, 1.0)
"""The learning rates to compare: put yours here. Dare: 3, 100, 1000."""


def compare(rates=RATES, n_iterations=1000):
    """
    Train on the digits 0 and 1 once for each rate, with your own functions.

    Args:
        rates: The learning rates to compare.
        n_iterations: Number of updates of each run; try others.

    Returns:
        For each learning rate, the losses of its run.
    """
    X, y = load_digits(return_X_y=True)
    X_train, X_test, y_train, _ = split_digits(X, y)
    X_train, _ = normalize(X_train, X_test)
    return compare_learning_rates(X_train, y_train, rates, n_iterations)


if __name__ == "__main__":
    for rate, losses in compare().items():
        print(f"learning rate {rate:g}: from {losses[0]:.3f} to {losses[-1]:.5f}, highest {max(losses):.3f}")
