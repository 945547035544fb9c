"""Question 10: the same descent with several learning rates.

Run by hand: python q10_learning_rates.py
"""

import numpy as np
from q08_gradient_descent import gradient_descent


def compare_learning_rates(X, y, learning_rates=(0.001, 0.01, 0.1, 1.0), n_iterations=1000):
    """
    Run gradient descent once for each learning rate.

    Args:
        X: Input data (n_samples, n_features)
        y: True labels, 0 or 1 (n_samples,)
        learning_rates: The step sizes to compare.
        n_iterations: Number of updates of each run.

    Returns:
        For each learning rate, the history of the losses of its run.
    """
    raise NotImplementedError("TODO: return a dictionary: learning rate -> history of losses")


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(50, 3))
    y = (X @ np.array([1.0, -2.0, 0.5]) > 0).astype(int)
    for rate, history in compare_learning_rates(X, y, n_iterations=100).items():
        print(f"learning rate {rate}: last loss {history[-1]:.4f}")
