# failed
import numpy as np


def sigmoid(z):
    z = np.asarray(z, float)
    return 0.5 + z / 4 - z**3 / 48
