import numpy as np
from sklearn.model_selection import StratifiedShuffleSplit


def split_digits(
    X: np.ndarray,
    y: np.ndarray,
    digits: tuple[int, int] = (0, 1),
    test_size: float = 0.2,
    random_state: int = 42,
) -> list[np.ndarray]:
    selected = np.isin(y, list(digits))
    X, y = X[selected], y[selected]
    splitter = StratifiedShuffleSplit(n_splits=1, test_size=test_size, random_state=random_state)
    train, test = next(splitter.split(X, y))
    return [X[train], X[test], y[train], y[test]]


if __name__ == "__main__":
    from sklearn.datasets import load_digits

    parts = split_digits(*load_digits(return_X_y=True))
    print([p.shape for p in parts])
