# diagnosis: returns-the-loss
import numpy as np
from q04_predict_proba import predict_proba


from q05_loss import compute_loss


def predict(X, w, threshold=0.5):
    return (predict_proba(X, w) >= threshold).astype(int)


def compute_accuracy(X, y, w):
    return compute_loss(X, y, w)
