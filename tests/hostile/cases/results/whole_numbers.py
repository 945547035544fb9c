# failed
import numpy as np


def sigmoid(z):
    return np.round(1 / (1 + np.exp(-np.asarray(z, float)))).astype(int)
