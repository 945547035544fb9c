# passed
import numpy as np


class Sigmoid:
    def __call__(self, z):
        return np.exp(-np.logaddexp(0, -np.asarray(z, float)))


sigmoid = Sigmoid()
