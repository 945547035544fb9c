# diagnosis: only one loss
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient


def gradient_descent(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    w = np.zeros(X.shape[1])
    loss_history = []
    for i in range(n_iterations):
        w = w - learning_rate * compute_gradient(X, y, w)
        if i % 100 == 0:
            loss_history.append(compute_loss(X, y, w))
    return w, loss_history
