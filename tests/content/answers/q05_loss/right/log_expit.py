import numpy as np
from scipy.special import log_expit


def compute_loss(X, y, w):
    """Mean cross-entropy from the scores."""
    z = np.dot(X, w)
    return -np.average(y * log_expit(z) + (1 - y) * log_expit(-z))
