# timed_out, failed
import numpy as np

calls = 0


def sigmoid(z):
    global calls
    calls += 1
    while calls > 1:
        pass
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
