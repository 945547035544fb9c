# failed
import numpy as np


def sigmoid(z):
    return np.random.rand(*np.shape(z))
