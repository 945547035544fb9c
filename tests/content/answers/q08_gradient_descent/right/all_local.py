import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


def compute_loss(X, y, w):
    p = np.clip(sigmoid(X @ w), 1e-7, 1 - 1e-7)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def compute_gradient(X, y, w):
    return X.T @ (sigmoid(X @ w) - y) / len(y)


def gradient_descent(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    w = 0.01 * np.random.randn(X.shape[1])
    loss_history = []
    for i in range(n_iterations):
        loss_history.append(compute_loss(X, y, w))
        w -= learning_rate * compute_gradient(X, y, w)
    return w, loss_history
