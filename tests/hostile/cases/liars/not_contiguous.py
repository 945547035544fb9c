# passed
import numpy as np


def sigmoid(z):
    values = np.exp(-np.logaddexp(0, -np.asarray(z, float)))
    return np.stack([values, -values], axis=-1)[..., 0]
