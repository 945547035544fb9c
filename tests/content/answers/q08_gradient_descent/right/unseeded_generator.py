import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient


def gradient_descent(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    rng = np.random.default_rng()
    w = rng.normal(scale=0.1, size=X.shape[1])
    loss_history = np.zeros(n_iterations)
    for i in range(n_iterations):
        loss_history[i] = compute_loss(X, y, w)
        w = w - learning_rate * compute_gradient(X, y, w)
    return w, loss_history
