# remark: numerical-gradient
from q05_loss import compute_loss
from scipy.optimize import approx_fprime


def compute_gradient(X, y, w):
    return approx_fprime(w, lambda v: compute_loss(X, y, v))
