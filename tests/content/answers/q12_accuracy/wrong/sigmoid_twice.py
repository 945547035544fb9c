# diagnosis: sigmoid-applied-twice
import numpy as np
from q04_predict_proba import predict_proba


from q03_sigmoid import sigmoid


def predict(X, w, threshold=0.5):
    return (sigmoid(predict_proba(X, w)) >= threshold).astype(int)


def compute_accuracy(X, y, w):
    return np.mean(predict(X, w) == y)
