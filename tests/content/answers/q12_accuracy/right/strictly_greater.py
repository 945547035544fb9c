import numpy as np
from q04_predict_proba import predict_proba


def predict(X, w, threshold=0.5):
    probabilities = predict_proba(X, w)
    predictions = np.where(probabilities > threshold, 1, 0)
    return predictions


def compute_accuracy(X, y, w):
    predictions = predict(X, w)
    correct = np.sum(predictions == y)
    total = len(y)
    print(f"{correct}/{total}")
    return correct / total
