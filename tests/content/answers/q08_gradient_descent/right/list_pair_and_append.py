import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient


def gradient_descent(X, y, learning_rate=0.01, n_iterations=1000, verbose=False):
    w = np.zeros(X.shape[1], dtype=float)
    loss_history = np.array([])
    for k in range(n_iterations):
        gradient = compute_gradient(X, y, w)
        w = np.subtract(w, learning_rate * gradient)
        loss_history = np.append(loss_history, compute_loss(X, y, w))
    return [w, loss_history]
