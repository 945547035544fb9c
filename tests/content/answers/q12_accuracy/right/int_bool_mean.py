import numpy as np
from q04_predict_proba import predict_proba


def predict(X, w, threshold=0.5):
    return np.array(list(map(int, predict_proba(X, w) > threshold)))


def compute_accuracy(X, y, w):
    y_hat = predict(X, w)
    tp = np.sum((y_hat == 1) & (y == 1))
    tn = np.sum((y_hat == 0) & (y == 0))
    return (tp + tn) / len(y_hat)
