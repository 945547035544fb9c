# passed
import numpy as np


def sigmoid(value, /):
    return np.exp(-np.logaddexp(0, -np.asarray(value, float)))
