# diagnosis: rates-missing
import numpy as np
from q08_gradient_descent import gradient_descent


def compare_learning_rates(X, y, learning_rates=(0.001, 0.01, 0.1, 1.0), n_iterations=1000):
    histories = {}
    for lr in learning_rates:
        w, h = gradient_descent(X, y, lr, n_iterations, False)
    histories[lr] = h
    return histories
