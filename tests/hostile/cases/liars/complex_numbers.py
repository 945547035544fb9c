# failed
import numpy as np


def sigmoid(z):
    return np.asarray(z) * 1j
