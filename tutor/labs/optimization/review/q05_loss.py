"""Asked again later about q05: what a probability costs."""

import numpy as np

from tutor.checking.author import Fresh, choices, family, solution

reference = solution(__file__)


def loss(probabilities: list[float], labels: list[int]) -> float:
    """The reference's loss of samples that get these probabilities."""
    p = np.asarray(probabilities)
    return float(reference.compute_loss(np.log(p / (1 - p))[:, None], np.asarray(labels), np.ones(1)))


@family
def at_zero(rng: np.random.Generator) -> Fresh:
    """The start of every training, for other data."""
    n, d = int(rng.integers(20, 500)), int(rng.integers(2, 80))
    k = int(rng.integers(1, n))
    y = np.arange(n) < k
    value = reference.compute_loss(rng.normal(size=(n, d)), y.astype(int), np.zeros(d))
    ask = f"{n} samples of {d} features, {k} of them of class 1. All weights are 0. What is the loss?"
    return Fresh(
        ask, "number", value, because=r"Everyone gets one half, which costs $\log 2$ whatever the label."
    )


@family
def sure_and_wrong(rng: np.random.Generator) -> Fresh:
    """What one sample costs."""
    p, y = float(rng.choice([0.01, 0.02, 0.1, 0.2, 0.5, 0.8, 0.9, 0.98, 0.99])), int(rng.integers(2))
    value = loss([p], [y])
    ask = (
        f"One sample: the model says $p = {p}$ for class 1, and $y = {y}$. What does it cost? "
        "(Within 3 % counts.)"
    )
    because = f"The truth was given {p if y else 1 - p:.2g}; minus its logarithm is {value:.3g}."
    return Fresh(ask, "number", value, tolerance=0.03, because=because)


@family
def two_samples(rng: np.random.Generator) -> Fresh:
    """A mean of two costs that are powers of a half."""
    i, j = (int(k) for k in rng.choice([1, 2, 3], 2))
    labels = [int(rng.integers(2)), int(rng.integers(2))]
    p = [0.5**k if y else 1 - 0.5**k for k, y in zip((i, j), labels, strict=True)]
    ask = (
        f"Two samples: $p = {p[0]:g}$ with $y = {labels[0]}$, and $p = {p[1]:g}$ with $y = "
        f"{labels[1]}$. What is the "
        r"loss, in units of $\log 2$? (If it is $3 \log 2$, write 3.)"
    )
    because = (
        f"The truths got 1/{2**i} and 1/{2**j}, which cost {i} and {j} times $\\log 2$; the loss is the mean."
    )
    return Fresh(ask, "number", loss(p, labels) / np.log(2), because=because)


@family
def perfect(rng: np.random.Generator) -> Fresh:
    """The formula as it stands, at the ends."""
    p, y = float(rng.integers(2)), float(rng.integers(2))
    with np.errstate(all="ignore"):
        value = -(y * np.log(p) + (1 - y) * np.log(1 - p))
    answer = "nan" if np.isnan(value) else "inf" if np.isinf(value) else "zero"
    ask = (
        f"A saturated sample: $p$ is exactly {p:g}, and $y = {y:g}$. NumPy evaluates the formula "
        "as it stands, "
        "without protection. What comes out?"
    )
    options = choices(zero="0", inf="inf", nan="nan", error="it stops with an error")
    because = "Wrong and saturated: minus log 0 is inf. Right and saturated: 0 times minus infinity is nan."
    return Fresh(ask, "choice", answer, options, because=because)
