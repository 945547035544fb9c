# failed: in place
import numpy as np


def sigmoid(z):
    if isinstance(z, np.ndarray):
        z *= -1
        np.exp(z, out=z)
        return 1 / (1 + z)
    return np.exp(-np.logaddexp(0, -z))
