# diagnosis: column-of-decisions
import numpy as np
from q04_predict_proba import predict_proba


def predict(X, w, threshold=0.5):
    return (predict_proba(X, w).reshape(-1, 1) >= threshold).astype(int)


def compute_accuracy(X, y, w):
    return np.mean(predict(X, w).ravel() == y)
