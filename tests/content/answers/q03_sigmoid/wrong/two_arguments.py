# diagnosis: argument
import numpy as np


def sigmoid(X, w):
    return 1 / (1 + np.exp(-X @ w))
