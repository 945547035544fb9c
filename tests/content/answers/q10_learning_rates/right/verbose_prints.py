import numpy as np
from q08_gradient_descent import gradient_descent


def compare_learning_rates(X, y, learning_rates=(0.001, 0.01, 0.1, 1.0), n_iterations=1000):
    """Compare."""
    histories = dict()
    for rate in learning_rates:
        print(f"--- learning rate {rate}")
        _, history = gradient_descent(X, y, rate, n_iterations)
        histories.update({rate: history})
        print(f"final loss: {history[-1]:.5f}")
    return histories


if __name__ == "__main__":
    print(compare_learning_rates(np.eye(2), np.array([0, 1])))
