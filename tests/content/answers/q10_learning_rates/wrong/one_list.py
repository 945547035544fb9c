# diagnosis: one-list-for-all
import numpy as np
from q08_gradient_descent import gradient_descent


from q05_loss import compute_loss
from q06_gradient import compute_gradient


def compare_learning_rates(X, y, learning_rates=(0.001, 0.01, 0.1, 1.0), n_iterations=1000):
    histories = {}
    losses = []
    for lr in learning_rates:
        w = np.zeros(X.shape[1])
        for _ in range(n_iterations):
            losses.append(compute_loss(X, y, w))
            w = w - lr * compute_gradient(X, y, w)
        histories[lr] = losses
    return histories
