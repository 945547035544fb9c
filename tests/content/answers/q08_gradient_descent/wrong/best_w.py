# diagnosis: do not move
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient


def gradient_descent(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    w = np.zeros(X.shape[1])
    best, best_w = np.inf, w
    loss_history = []
    for i in range(n_iterations):
        w = w - learning_rate * compute_gradient(X, y, w)
        loss = compute_loss(X, y, w)
        loss_history.append(loss)
        if loss < best:
            best, best_w = loss, w
    return best_w, loss_history
