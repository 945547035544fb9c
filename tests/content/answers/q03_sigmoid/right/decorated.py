# remark: slow-loop
import numpy as np


@np.vectorize
def sigmoid(z):
    z = float(z)
    if z < -40:
        return np.exp(z)
    return 1 / (1 + np.exp(-z))
