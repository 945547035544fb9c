# failed
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(np.asarray(z, float)))
