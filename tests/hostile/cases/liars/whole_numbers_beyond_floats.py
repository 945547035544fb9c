# failed
import numpy as np


def sigmoid(z):
    return [10**400] * np.size(z)
