# diagnosis: tuple
import numpy as np
from q04_predict_proba import predict_proba


def predict(X, w, threshold=0.5):
    return np.where(predict_proba(X, w) >= threshold)


def compute_accuracy(X, y, w):
    return np.mean((predict_proba(X, w) >= 0.5) == y)
