from q04_predict_proba import predict_proba
from sklearn.metrics import log_loss


def compute_loss(X, y, w):
    return log_loss(y, predict_proba(X, w))
