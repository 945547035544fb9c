# passed
import os

import numpy as np

os.symlink("@OUTSIDE@", "folder")
os.symlink("@OUTSIDE@/victim.txt", "file")


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
