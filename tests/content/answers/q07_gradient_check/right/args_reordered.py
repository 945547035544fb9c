from scipy.optimize import check_grad

from q05_loss import compute_loss
from q06_gradient import compute_gradient


def loss_of_w(w, X, y):
    return compute_loss(X, y, w)


def gradient_of_w(w, X, y):
    return compute_gradient(X, y, w)


def gradient_check(X, y, w):
    return check_grad(loss_of_w, gradient_of_w, w, X, y)
