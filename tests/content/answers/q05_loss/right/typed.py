"""The loss, with types and a demonstration."""
from __future__ import annotations

import numpy as np
from q04_predict_proba import predict_proba

EPS: float = 1e-8


def compute_loss(X: np.ndarray, y: np.ndarray, w: np.ndarray) -> float:
    p = predict_proba(X, w).clip(EPS, 1 - EPS)
    first = y * np.log(p)
    second = (1 - y) * np.log(1 - p)
    per_sample = -(first + second)
    return per_sample.sum().item() / len(per_sample)


if __name__ == "__main__":
    print(compute_loss(np.random.randn(9, 4), np.arange(9) % 2, np.zeros(4)))
