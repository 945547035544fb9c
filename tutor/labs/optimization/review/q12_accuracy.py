"""Asked again later about q12: decisions, and the share of them that is right."""

import numpy as np

from tutor.checking.author import Fresh, family, solution

reference = solution(__file__)


def column(p: np.ndarray) -> np.ndarray:
    """Samples of one feature that get the probabilities `p` when the weight is 1."""
    return np.log(p / (1 - p))[:, None]


def drawn(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A few probabilities and labels; no probability sits on a threshold."""
    n = int(rng.choice([4, 5, 8]))
    return (10 * rng.choice(10, n, replace=n > 10) + 5) / 100, rng.integers(0, 2, n)


@family
def by_hand(rng: np.random.Generator) -> Fresh:
    """Other probabilities and labels."""
    p, y = drawn(rng)
    value = reference.compute_accuracy(column(p), y, np.ones(1))
    ask = (
        f"The probabilities are {p.tolist()} and the labels {y.tolist()}. What is the accuracy at "
        "threshold 0.5?"
    )
    right = (p >= 0.5).astype(int) == y
    return Fresh(ask, "number", value, because=f"{right.sum()} of {len(y)} decisions are right.")


@family
def higher_threshold(rng: np.random.Generator) -> Fresh:
    """How many pass another threshold."""
    p, _ = drawn(rng)
    threshold = float(rng.choice([0.2, 0.3, 0.6, 0.7, 0.8, 0.9]))
    value = int(reference.predict(column(p), np.ones(1), threshold).sum())
    ask = f"The probabilities are {p.tolist()}. How many samples are decided as 1 at threshold {threshold:g}?"
    return Fresh(ask, "number", value, tolerance=0, because="Raising the threshold can only make them fewer.")


@family("untrained")
def rare_class(rng: np.random.Generator) -> Fresh:
    """A classifier that never says 1."""
    n, k = int(rng.choice([50, 100, 200])), int(rng.integers(1, 10))
    y = (np.arange(n) < k).astype(int)
    value = reference.compute_accuracy(np.ones((n, 1)), y, np.array([-3.0]))
    ask = f"Of {n} samples, {k} are of class 1. A model answers 0 whatever it sees. What is its accuracy?"
    return Fresh(
        ask,
        "number",
        value,
        tolerance=0.002,
        because="High, and it means nothing: the class that matters is never found.",
    )
