# diagnosis: ignores-the-data
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    rng = np.random.default_rng(0)
    X = rng.normal(size=(30, len(w)))
    y = (X[:, 0] > 0).astype(int)
    return check_grad(lambda v: compute_loss(X, y, v), lambda v: compute_gradient(X, y, v), w)
