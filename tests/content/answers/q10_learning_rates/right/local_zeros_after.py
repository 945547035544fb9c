import numpy as np
from q08_gradient_descent import gradient_descent


from q05_loss import compute_loss
from q06_gradient import compute_gradient


def run(X, y, lr, n):
    w = np.zeros(X.shape[1])
    losses = []
    for _ in range(n):
        w -= lr * compute_gradient(X, y, w)
        losses.append(compute_loss(X, y, w))
    return losses


def compare_learning_rates(X, y, learning_rates=(0.001, 0.01, 0.1, 1.0), n_iterations=1000):
    return {lr: run(X, y, lr, n_iterations) for lr in learning_rates}
