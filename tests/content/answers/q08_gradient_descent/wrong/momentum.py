# diagnosis: momentum
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient


def gradient_descent(X, y, learning_rate=0.01, n_iterations=1000, verbose=True, beta=0.5):
    w = np.random.randn(X.shape[1]) * 0.1
    v = np.zeros_like(w)
    loss_history = []
    for i in range(n_iterations):
        v = beta * v + learning_rate * compute_gradient(X, y, w)
        w = w - v
        loss_history.append(compute_loss(X, y, w))
    return w, loss_history
