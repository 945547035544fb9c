# passed
import ctypes
import os

import numpy as np

NAME = "A_SECRET"
getenv = ctypes.CDLL(None).getenv
getenv.restype = ctypes.c_char_p
with open("/proc/self/environ", "rb") as file:
    started_with = file.read()
assert NAME not in os.environ
assert os.getenv(NAME) is None
assert getenv(NAME.encode()) is None
assert NAME.encode() not in started_with
assert "HOME" in os.environ and b"HOME=" not in started_with
assert b"PATH=" in started_with


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
