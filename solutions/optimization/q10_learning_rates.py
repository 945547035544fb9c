"""Question 10: the same descent with several learning rates.

Try it by hand: `python q10_learning_rates.py`
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from q08_gradient_descent import gradient_descent


def compare_learning_rates(
    X: np.ndarray,
    y: np.ndarray,
    learning_rates: Sequence[float] = (0.001, 0.01, 0.1, 1.0),
    n_iterations: int = 1000,
) -> dict[float, list[float]]:
    """Run gradient descent once for each learning rate.

    Args:
        X: Input data, shape (n_samples, n_features).
        y: True labels, 0 or 1, shape (n_samples,).
        learning_rates: The step sizes to compare.
        n_iterations: Number of updates of each run.

    Returns:
        For each learning rate, the history of the losses of its run.
    """
    ### BEGIN SOLUTION return a dictionary: learning rate -> history of losses
    histories = {}
    for learning_rate in learning_rates:
        _, histories[learning_rate] = gradient_descent(X, y, learning_rate, n_iterations, verbose=False)
    return histories
    ### END SOLUTION


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(50, 3))
    y = (X @ np.array([1.0, -2.0, 0.5]) > 0).astype(int)
    for rate, history in compare_learning_rates(X, y, n_iterations=100).items():
        print(f"learning rate {rate}: last loss {history[-1]:.4f}")
