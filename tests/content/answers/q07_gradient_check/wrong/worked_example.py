# diagnosis: gradient
import numpy as np
from scipy.optimize import check_grad


def gradient_check(X, y, w):
    a = 5
    b = np.random.randn(len(w))

    def f(x):
        return a * np.linalg.norm(x) ** 2 + b @ x

    def grad_f(x):
        return 2 * a * x + b

    return check_grad(f, grad_f, w)
