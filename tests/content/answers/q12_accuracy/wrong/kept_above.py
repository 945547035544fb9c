# diagnosis: probabilities-kept-above
import numpy as np
from q04_predict_proba import predict_proba


def predict(X, w, threshold=0.5):
    p = predict_proba(X, w)
    p[p < threshold] = 0
    return p


def compute_accuracy(X, y, w):
    return np.mean(predict(X, w) == y)
