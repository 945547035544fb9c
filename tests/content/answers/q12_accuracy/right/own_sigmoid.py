# remark: overflow
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def predict(X, w, threshold=0.5):
    return np.array(sigmoid(X.dot(w)) >= threshold, dtype=int)


def compute_accuracy(X, y, w):
    return np.count_nonzero(predict(X, w) == y) / X.shape[0]


if __name__ == "__main__":
    print(compute_accuracy(np.eye(2), np.array([0, 1]), np.ones(2)))
