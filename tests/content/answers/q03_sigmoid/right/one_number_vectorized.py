# remark: slow-loop
import math

import numpy as np


def _one(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    e = math.exp(z)
    return e / (1 + e)


sigmoid = np.vectorize(_one, otypes=[float])
