# remark: overflow-warning
"""Question 3: the sigmoid function.

Run by hand: python q03_sigmoid.py
"""

import numpy as np


def sigmoid(z):
    """
    Compute the sigmoid function: sigma(z) = 1 / (1 + exp(-z)).

    Args:
        z: Input, a scalar or an array of any shape

    Returns:
        Sigmoid of z, of the same shape
    """
    minus_z = np.multiply(z, -1.0)
    denominator = np.add(1, np.exp(minus_z))
    return np.true_divide(1, denominator)


if __name__ == "__main__":
    for value in (-1000, -5, 0, 5, 1000):
        print(f"sigmoid({value}) = {sigmoid(value)}")
    print(f"sigmoid of an array: {sigmoid(np.array([-1.0, 0.0, 1.0]))}")
