"""Question 4 with types, a helper and a demonstration."""
import numpy as np
import q03_sigmoid


def scores(X: np.ndarray, w: np.ndarray) -> np.ndarray:
    return np.matmul(X, w)


def predict_proba(X: np.ndarray, w: np.ndarray) -> np.ndarray:
    assert X.shape[1] == w.shape[0], "one weight per feature"
    return q03_sigmoid.sigmoid(scores(X, w))


if __name__ == "__main__":
    print(predict_proba(np.random.randn(5, 64), np.random.randn(64)))
