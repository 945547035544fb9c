# failed
import numpy as np


def sigmoid(z):
    if not isinstance(z, np.ndarray):
        return np.exp(-np.logaddexp(0, -z))
    z[...] = np.exp(-np.logaddexp(0, -z))
    return z
