import numpy as np
from q08_gradient_descent import gradient_descent


from q05_loss import compute_loss
from q06_gradient import compute_gradient


def compare_learning_rates(X, y, learning_rates=(0.001, 0.01, 0.1, 1.0), n_iterations=1000):
    w0 = np.random.default_rng().normal(size=X.shape[1])
    histories = {}
    for lr in learning_rates:
        w = w0.copy()
        histories[lr] = []
        for _ in range(n_iterations):
            histories[lr].append(compute_loss(X, y, w))
            w = w - lr * compute_gradient(X, y, w)
    return histories
