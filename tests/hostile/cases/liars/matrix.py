# failed: matrix
import numpy as np


def sigmoid(z):
    return np.matrix(1 / (1 + np.exp(-np.asarray(z, float))))
