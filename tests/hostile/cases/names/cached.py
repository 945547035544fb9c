# failed: unhashable
import functools

import numpy as np


@functools.lru_cache
def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
