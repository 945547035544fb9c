import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient


rng = np.random.default_rng(0)


def gradient_descent(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    w = rng.normal(size=X.shape[1])
    loss_history = []
    for i in range(n_iterations):
        loss_history.append(compute_loss(X, y, w))
        w = w - learning_rate * compute_gradient(X, y, w)
        if verbose and i % 50 == 0:
            print(i, loss_history[-1])
    return w, loss_history
