# failed: crashed Python itself
import numpy as np


def sigmoid(z):
    wild = np.lib.stride_tricks.as_strided(np.zeros(4), (4,), (2**40,))
    return wild.copy()
