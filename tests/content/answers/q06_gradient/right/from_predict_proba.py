import numpy as np
from q04_predict_proba import predict_proba


def residuals(X, y, w):
    return predict_proba(X, w) - y


def compute_gradient(X, y, w):
    n_samples = X.shape[0]
    return residuals(X, y, w) @ X / n_samples
