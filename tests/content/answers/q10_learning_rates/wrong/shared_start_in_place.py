# diagnosis: goes-on-from-the-last-run
import numpy as np
from q08_gradient_descent import gradient_descent


from q05_loss import compute_loss
from q06_gradient import compute_gradient


def compare_learning_rates(X, y, learning_rates=(0.001, 0.01, 0.1, 1.0), n_iterations=1000):
    w0 = np.random.randn(X.shape[1]) * 0.01
    histories = {}
    for lr in learning_rates:
        w = w0
        histories[lr] = [compute_loss(X, y, w)]
        for _ in range(n_iterations):
            w -= lr * compute_gradient(X, y, w)
            histories[lr].append(compute_loss(X, y, w))
    return histories
