# diagnosis: same-rate-for-all
import numpy as np
from q08_gradient_descent import gradient_descent


def compare_learning_rates(X, y, learning_rates=(0.001, 0.01, 0.1, 1.0), n_iterations=1000):
    histories = {}
    w, loss_history = gradient_descent(X, y, learning_rates[0], n_iterations, verbose=False)
    for lr in learning_rates:
        histories[lr] = loss_history
    return histories
