import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    base = compute_loss(X, y, w)
    diffs = []
    for j in range(len(w)):
        moved = w.copy()
        moved[j] += 1e-5
        diffs.append((compute_loss(X, y, moved) - base) / 1e-5 - compute_gradient(X, y, w)[j])
    return sum(d * d for d in diffs) ** 0.5
