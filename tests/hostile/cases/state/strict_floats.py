# passed
import warnings

import numpy as np

np.seterr(all="raise")
warnings.simplefilter("error")
np.set_printoptions(precision=1)


def sigmoid(z):
    small = np.exp(np.maximum(-np.abs(np.asarray(z, float)), -700))
    return np.where(np.asarray(z) >= 0, 1, small) / (1 + small)
