"""Asked again later about q18: batches, what is left over, and shared memory."""

import numpy as np
import torch

from tutor.checking.author import Fresh, choices, family, solution

reference = solution(__file__)


def loaded(rng: np.random.Generator) -> tuple[str, list[int], list[int]]:
    """A call of `make_loaders` in words, and the sizes of the batches of both loaders."""
    n, size = 10 * int(rng.integers(6, 60)), int(rng.choice([8, 16, 20, 32, 50, 64]))
    share = float(rng.choice([0.1, 0.2, 0.3]))
    X, y = rng.normal(size=(n, 3)), rng.integers(0, 3, n)
    train, test = reference.make_loaders(X, y, batch_size=size, test_size=share)
    told = f"{n} samples, `make_loaders(X, y, batch_size={size}, test_size={share:g})`."
    return told, [len(labels) for _, labels in train], [len(labels) for _, labels in test]


@family
def n_train_batches(rng: np.random.Generator) -> Fresh:
    """Another data set, another batch size."""
    told, train, _ = loaded(rng)
    because = f"{sum(train)} samples are left for training; the last, smaller batch counts too."
    return Fresh(
        f"{told} How many batches has `train_loader`?", "number", len(train), tolerance=0, because=because
    )


@family
def last_batch(rng: np.random.Generator) -> Fresh:
    """What remains after the full batches."""
    told, train, _ = loaded(rng)
    because = f"{sum(train)} training samples in batches of {train[0]}: what is left over is the last one."
    return Fresh(
        f"{told} How many samples are in the last training batch?",
        "number",
        train[-1],
        tolerance=0,
        because=because,
    )


@family
def n_test_batches(rng: np.random.Generator) -> Fresh:
    """The other loader."""
    told, _, test = loaded(rng)
    because = f"{sum(test)} samples are kept for testing."
    return Fresh(
        f"{told} How many batches has `test_loader`?", "number", len(test), tolerance=0, because=because
    )


@family("after_float")
def shared(rng: np.random.Generator) -> Fresh:
    """Who sees a change of the array."""
    kind = str(rng.choice(["float32", "float64"]))
    value = int(rng.integers(2, 90))
    code, make = (
        ("torch.from_numpy(a)", torch.from_numpy),
        ("torch.tensor(a)", torch.tensor),
        ("torch.from_numpy(a).float()", lambda a: torch.from_numpy(a).float()),
        ("torch.from_numpy(a).clone()", lambda a: torch.from_numpy(a).clone()),
    )[rng.integers(4)]
    a = np.zeros(3, dtype=kind)
    tensor = make(a)
    a[0] = value
    ask = f"`a = np.zeros(3, dtype=np.{kind})`, `t = {code}`, then `a[0] = {value}`. What is `t[0]` now?"
    options = choices(old="0", new=str(value))
    because = (
        "`from_numpy` shares memory; `tensor` and `clone` copy; `float()` copies only if the "
        "dtype has to change."
    )
    return Fresh(ask, "choice", "new" if tensor[0] == value else "old", options, because=because)
