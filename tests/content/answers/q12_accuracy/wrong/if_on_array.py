# diagnosis: ambiguous
import numpy as np
from q04_predict_proba import predict_proba


def predict(X, w, threshold=0.5):
    if predict_proba(X, w) >= threshold:
        return 1
    return 0


def compute_accuracy(X, y, w):
    return np.mean(predict(X, w) == y)
