import numpy as np
from q08_gradient_descent import gradient_descent


def compare_learning_rates(X: np.ndarray, y: np.ndarray, learning_rates=[0.001, 0.01, 0.1, 1.0], n_iterations: int = 1000) -> dict:
    runs = [gradient_descent(X, y, alpha, n_iterations, False) for alpha in learning_rates]
    return dict(zip(learning_rates, (np.array(h) for _, h in runs)))
