import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    def loss_wrapper(v):
        return compute_loss(X, y, v)

    def grad_wrapper(v):
        return compute_gradient(X, y, v)

    return check_grad(loss_wrapper, grad_wrapper, w)
