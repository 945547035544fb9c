# failed: shape
import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))[None]
