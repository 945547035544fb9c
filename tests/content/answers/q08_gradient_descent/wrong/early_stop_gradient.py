# diagnosis: stop
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient


def gradient_descent(X, y, learning_rate=0.01, n_iterations=1000, verbose=True, tol=1e-5):
    w = np.random.randn(X.shape[1]) * 0.01
    loss_history = []
    for i in range(n_iterations):
        gradient = compute_gradient(X, y, w)
        if np.linalg.norm(gradient) < tol:
            print("converged")
            break
        w = w - learning_rate * gradient
        loss_history.append(compute_loss(X, y, w))
    return w, loss_history
