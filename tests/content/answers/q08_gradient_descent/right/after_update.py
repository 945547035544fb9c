import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient


def gradient_descent(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    n_samples, n_features = X.shape
    w = np.zeros(n_features)
    losses = []
    for it in range(1, n_iterations + 1):
        w -= learning_rate * compute_gradient(X, y, w)
        losses.append(compute_loss(X, y, w))
        if verbose and it % 100 == 0:
            print(it, losses[-1])
    return w, losses
