import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient


def gradient_descent(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    n, d = X.shape
    w = np.ones((d, 1)) * 0.05
    history = []
    for _ in range(n_iterations):
        g = compute_gradient(X, y, w.ravel())
        w = w - learning_rate * g[:, None]
        history.append(float(compute_loss(X, y, w.ravel())))
    return w.ravel(), history
