# passed, timed_out
import threading

import numpy as np


def spin():
    while True:
        pass


threading.Thread(target=spin, daemon=True).start()


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
