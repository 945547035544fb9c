import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient


def gradient_descent(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    w = np.zeros(X.shape[1])
    loss_history = []
    for i in range(n_iterations):
        loss = compute_loss(X, y, w)
        loss_history.append(loss)
        gradient = compute_gradient(X, y, w)
        w = w - learning_rate * gradient
        if verbose and i % 100 == 0:
            print(f"Iteration {i}: loss = {loss:.4f}")
    return w, loss_history
