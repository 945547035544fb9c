import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient


def step(X, y, w, lr):
    return w - lr * compute_gradient(X, y, w)


def gradient_descent(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    trajectory = [np.zeros(X.shape[1])]
    for _ in range(n_iterations):
        trajectory.append(step(X, y, trajectory[-1], learning_rate))
    loss_history = [compute_loss(X, y, w) for w in trajectory]
    if verbose:
        for k, loss in enumerate(loss_history):
            if k % 100 == 0:
                print(k, loss)
    return trajectory[-1], loss_history
