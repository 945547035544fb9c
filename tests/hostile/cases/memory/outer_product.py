# failed, timed_out: memory
import numpy as np


def sigmoid(z):
    big = np.arange(10**5, dtype=float)
    return big[:, None] * big
