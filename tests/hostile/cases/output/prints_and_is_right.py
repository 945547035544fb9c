# passed
import numpy as np


def sigmoid(z):
    print("z is", z)
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
