# passed
import numpy as np


def sigmoid(z):
    values = np.array(np.exp(-np.logaddexp(0, -np.asarray(z, float))))
    values.flags.writeable = False
    return values
