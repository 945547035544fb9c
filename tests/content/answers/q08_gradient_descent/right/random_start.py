import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient


def gradient_descent(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    w = np.random.randn(X.shape[1]) * 0.01
    loss_history = []
    for i in range(n_iterations):
        w = w - learning_rate * compute_gradient(X, y, w)
        loss_history.append(compute_loss(X, y, w))
        if verbose and (i + 1) % 100 == 0:
            print(f"{i + 1}/{n_iterations}: {loss_history[-1]:.5f}")
    return w, loss_history
