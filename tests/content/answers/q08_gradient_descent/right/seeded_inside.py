import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient


def gradient_descent(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    np.random.seed(42)
    w = np.random.uniform(-0.5, 0.5, X.shape[1])
    loss_history = [compute_loss(X, y, w)]
    i = 0
    while i < n_iterations:
        w = w - learning_rate * compute_gradient(X, y, w)
        loss_history.append(compute_loss(X, y, w))
        i += 1
    return w, np.array(loss_history)
