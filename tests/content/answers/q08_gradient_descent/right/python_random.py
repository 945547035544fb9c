import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient


import random


def gradient_descent(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    w = np.array([random.gauss(0, 0.1) for _ in range(X.shape[1])])
    loss_history = []
    for k in range(n_iterations):
        loss_history += [compute_loss(X, y, w)]
        w = w + learning_rate * (-compute_gradient(X, y, w))
        if verbose and k % 200 == 0:
            print(k)
    return w, loss_history
