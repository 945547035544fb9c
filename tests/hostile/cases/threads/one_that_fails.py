# passed
import threading

import numpy as np


def fail():
    raise RuntimeError("in a thread")


def sigmoid(z):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
