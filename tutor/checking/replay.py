"""Randomness that comes out the same on a replay."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np


def seed_everything(seed: int) -> None:
    """Seed every global generator an exercise may draw from, so that a random start can be replayed."""
    random.seed(seed)
    np.random.seed(seed % 2**32)
    torch = sys.modules.get("torch")
    if torch is not None:
        # torch.manual_seed looks for every kind of device, which takes 4 ms.
        torch.default_generator.manual_seed(seed)


@contextmanager
def replayable() -> Iterator[None]:
    """Let unseeded `default_rng()` draw its seed from the seeded global generator: a replay starts alike."""
    original = np.random.default_rng

    def default_rng(seed: Any = None) -> np.random.Generator:
        return original(np.random.randint(2**31) if seed is None else seed)

    np.random.default_rng = default_rng
    try:
        yield
    finally:
        np.random.default_rng = original
