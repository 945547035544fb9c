# diagnosis: goes-on-from-the-last-run
import numpy as np
from q08_gradient_descent import gradient_descent


from q05_loss import compute_loss
from q06_gradient import compute_gradient


def compare_learning_rates(X, y, learning_rates=(0.001, 0.01, 0.1, 1.0), n_iterations=1000):
    w = np.zeros(X.shape[1])
    histories = {}
    for lr in learning_rates:
        h = []
        for _ in range(n_iterations):
            w = w - lr * compute_gradient(X, y, w)
            h.append(compute_loss(X, y, w))
        histories[lr] = h
    return histories
