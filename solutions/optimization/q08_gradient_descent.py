"""Question 8: gradient descent, one small step downhill after another.

Run by hand: python q08_gradient_descent.py
"""

import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient


def gradient_descent(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """
    Minimise the loss by gradient descent.

    Args:
        X: Input data (n_samples, n_features)
        y: True labels, 0 or 1 (n_samples,)
        learning_rate: Step size.
        n_iterations: Number of updates.
        verbose: Whether to print the progress.

    Returns:
        w: The final weights (n_features,)
        loss_history: The loss at each iteration, a list of numbers.
    """
    ### BEGIN SOLUTION return the final weights and the list of losses
    w = np.zeros(X.shape[1])
    loss_history = []
    for iteration in range(n_iterations):
        loss_history.append(compute_loss(X, y, w))
        w = w - learning_rate * compute_gradient(X, y, w)
        if verbose and iteration % 100 == 0:
            print(f"Iteration {iteration}: loss {loss_history[-1]:.4f}")
    return w, loss_history
    ### END SOLUTION


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    X = rng.normal(size=(50, 3))
    y = (X @ np.array([1.0, -2.0, 0.5]) > 0).astype(int)
    w, loss_history = gradient_descent(X, y, learning_rate=0.1, n_iterations=300)
    print("first loss", loss_history[0], "last loss", loss_history[-1])
    print("weights", w)
