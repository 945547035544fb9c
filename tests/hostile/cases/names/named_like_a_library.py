# passed
import numpy
import numpy as np

numpy = None


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
