# passed
import os

import numpy as np


def reads(function, *arguments):
    try:
        return function(*arguments) is not None
    except OSError:
        return False


assert not reads(os.listxattr, "@OUTSIDE@/victim.txt")
assert not reads(os.getxattr, "@OUTSIDE@/victim.txt", "user.secret")


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
