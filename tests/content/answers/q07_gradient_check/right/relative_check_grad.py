import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X: np.ndarray, y: np.ndarray, w: np.ndarray) -> float:
    """Relative error."""
    error = check_grad(lambda v: compute_loss(X, y, v), lambda v: compute_gradient(X, y, v), w, epsilon=1e-7)
    return error / (np.linalg.norm(compute_gradient(X, y, w)) + 1e-12)
