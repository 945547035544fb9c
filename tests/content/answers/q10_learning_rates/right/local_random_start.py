import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def loss(X, y, w):
    p = np.clip(sigmoid(X @ w), 1e-10, 1 - 1e-10)
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def gradient_descent(X, y, lr, n):
    w = np.random.randn(X.shape[1]) * 0.5
    history = [loss(X, y, w)]
    for _ in range(n):
        w = w - lr * X.T @ (sigmoid(X @ w) - y) / len(y)
        history.append(loss(X, y, w))
    return w, history


def compare_learning_rates(X, y, learning_rates=(0.001, 0.01, 0.1, 1.0), n_iterations=1000):
    out = {}
    for lr in learning_rates:
        out[lr] = gradient_descent(X, y, lr, n_iterations)[1]
    return out
