# remark: overflow
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def compute_gradient(X, y, w):
    y_hat = sigmoid(np.dot(X, w))
    gradient = (1 / len(y)) * np.dot(X.T, y_hat - y)
    print("gradient shape:", gradient.shape)
    return gradient


if __name__ == "__main__":
    print(compute_gradient(np.eye(3), np.array([0, 1, 1]), np.zeros(3)))
