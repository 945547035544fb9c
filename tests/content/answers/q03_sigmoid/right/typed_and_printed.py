# remark: overflow-warning
"""Sigmoid, with types and a demonstration."""
from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray


def sigmoid(z: ArrayLike) -> NDArray[np.float64] | np.float64:
    print("sigmoid called")
    negative_exponential = np.exp(-1 * np.asarray(z))
    denominator = 1 + negative_exponential
    return 1 / denominator


if __name__ == "__main__":
    print(sigmoid(0), sigmoid(np.array([-1000, 1000])))
