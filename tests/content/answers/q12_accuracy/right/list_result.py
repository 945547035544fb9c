# remark: list-not-array
import numpy as np
from q04_predict_proba import predict_proba


def predict(X, w, threshold=0.5):
    return [1 if p > threshold else 0 for p in predict_proba(X, w)]


def compute_accuracy(X, y, w):
    return sum(a == b for a, b in zip(predict(X, w), y)) / len(y)
