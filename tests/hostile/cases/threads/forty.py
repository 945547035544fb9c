# passed
import threading

import numpy as np


def sigmoid(z):
    threads = [threading.Thread(target=np.exp, args=(1.0,)) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return np.exp(-np.logaddexp(0, -np.asarray(z, float)))
