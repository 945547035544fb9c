import numpy as np


def split_digits(X, y, digits=(0, 1), test_size=0.2, random_state=42):
    rng = np.random.default_rng(random_state)
    kept = np.flatnonzero(np.isin(y, digits))
    order = rng.permutation(kept)
    n_test = int(round(test_size * len(order)))
    test, train = order[:n_test], order[n_test:]
    return X[train], X[test], y[train], y[test]
