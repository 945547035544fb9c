# diagnosis: threshold-ignored
import numpy as np
from q04_predict_proba import predict_proba


def predict(X, w, threshold=0.5):
    return (predict_proba(X, w) >= 0.5).astype(int)


def compute_accuracy(X, y, w):
    return np.mean(predict(X, w) == y)
