import random

import numpy as np


def split_digits(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    """Draw the numbers of the test rows, the rest is for training."""
    mask = [label in digits for label in y]
    Xk, yk = X[mask], y[mask]
    rng = random.Random(random_state)
    chosen = set(rng.sample(range(len(yk)), round(test_size * len(yk))))
    test = sorted(chosen)
    train = [i for i in range(len(yk)) if i not in chosen]
    return np.take(Xk, train, 0), np.take(Xk, test, 0), np.take(yk, train), np.take(yk, test)
