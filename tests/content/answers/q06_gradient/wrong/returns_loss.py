# diagnosis: returns-the-loss
from q05_loss import compute_loss


def compute_gradient(X, y, w):
    return compute_loss(X, y, w)
