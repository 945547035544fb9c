import numpy as np
from q08_gradient_descent import gradient_descent


from collections import defaultdict


def compare_learning_rates(X, y, learning_rates=(0.001, 0.01, 0.1, 1.0), n_iterations=1000):
    histories = defaultdict(list)
    for lr in np.array(learning_rates):
        histories[lr].extend(gradient_descent(X, y, lr, n_iterations, verbose=False)[1])
    return histories
