import numpy as np
from q04_predict_proba import predict_proba


from sklearn.metrics import accuracy_score


def predict(X, w, threshold=0.5):
    return np.greater_equal(predict_proba(X, w), threshold) * 1


def compute_accuracy(X, y, w):
    return accuracy_score(y, predict(X, w))
