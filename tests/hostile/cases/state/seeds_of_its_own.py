# passed
import random

import numpy as np

random.seed(0)
np.random.seed(0)


def sigmoid(z):
    np.random.seed(1)
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
