# diagnosis: difference
import numpy as np
from q05_loss import compute_loss


def compute_gradient(X, y, w):
    eps = 0.01
    g = np.zeros_like(w)
    for j in range(len(w)):
        moved = w.copy()
        moved[j] += eps
        g[j] = (compute_loss(X, y, moved) - compute_loss(X, y, w)) / eps
    return g
