# diagnosis: history-of-weights
import numpy as np
from q05_loss import compute_loss
from q06_gradient import compute_gradient


def gradient_descent(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    w = np.zeros(X.shape[1])
    history = []
    for i in range(n_iterations):
        w -= learning_rate * compute_gradient(X, y, w)
        history.append(w)
    return w, history
