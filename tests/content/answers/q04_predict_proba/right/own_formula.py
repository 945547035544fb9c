import numpy as np


def predict_proba(X, w):
    return 1 / (1 + np.exp(-np.clip(X.dot(w), -500, 500)))
