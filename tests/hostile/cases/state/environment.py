# passed
import os
import sys

import numpy as np

os.environ.clear()
sys.argv = None
sys.path.insert(0, "/nowhere")
os.umask(0o777)


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
