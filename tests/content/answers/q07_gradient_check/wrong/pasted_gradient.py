# diagnosis: pasted-gradient
import numpy as np
from q03_sigmoid import sigmoid
from q05_loss import compute_loss
from scipy.optimize import check_grad


def compute_gradient(X, y, w):
    return X.T @ (sigmoid(X @ w) - y) / len(y)


def gradient_check(X, y, w):
    return check_grad(lambda v: compute_loss(X, y, v), lambda v: compute_gradient(X, y, v), w)
