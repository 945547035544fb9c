# passed
import numpy as np

sigmoid = lambda z: np.exp(-np.logaddexp(0, -np.asarray(z, float)))
