# failed: result; moderate size
import numpy as np


def sigmoid(z):
    return np.zeros(2 * 10**7)
