"""Question 1, with nothing but loops and the random module."""
import random

import numpy as np


def split_digits(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    pairs = []
    for row, label in zip(X, y):
        if label in digits:
            pairs.append((row, label))
    random.Random(random_state).shuffle(pairs)
    n_test = int(len(pairs) * test_size)
    X_train, X_test, y_train, y_test = [], [], [], []
    for position, (row, label) in enumerate(pairs):
        if position < n_test:
            X_test.append(row)
            y_test.append(label)
        else:
            X_train.append(row)
            y_train.append(label)
    return np.array(X_train), np.array(X_test), np.array(y_train), np.array(y_test)
