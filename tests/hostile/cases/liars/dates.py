# failed
import numpy as np


def sigmoid(z):
    return np.zeros(np.shape(z), dtype="datetime64[s]")
