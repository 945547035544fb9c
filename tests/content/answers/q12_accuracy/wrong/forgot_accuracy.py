# diagnosis: compute_accuracy
import numpy as np
from q04_predict_proba import predict_proba


def predict(X, w, threshold=0.5):
    return (predict_proba(X, w) >= threshold).astype(int)
