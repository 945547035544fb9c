import numpy as np
from q04_predict_proba import predict_proba


def predict(X, w, threshold=0.5):
    decisions = []
    for x in X:
        p = predict_proba(x.reshape(1, -1), w)[0]
        if p >= threshold:
            decisions.append(1)
        else:
            decisions.append(0)
    return np.array(decisions)


def compute_accuracy(X, y, w):
    right = 0
    for decision, label in zip(predict(X, w, threshold=0.5), y):
        if decision == label:
            right += 1
    return right / len(y)
