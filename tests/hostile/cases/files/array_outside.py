# failed: may not write
import numpy as np


def sigmoid(z):
    np.save("@OUTSIDE@/new.npy", z)
