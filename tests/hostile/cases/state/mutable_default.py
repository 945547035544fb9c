# passed
import numpy as np


def sigmoid(z, seen=[]):
    seen.append(z)
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
