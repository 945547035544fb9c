"""Asked again later about q11: which rate ends lowest, and where safety ends."""

import numpy as np

from tutor.checking.author import Fresh, choices, family


def ends(rate: float, steps: int) -> float:
    """Where gradient descent on w squared is after some steps from 1."""
    w = 1.0
    for _ in range(steps):
        w -= rate * 2 * w
    return abs(w)


@family
def best(rng: np.random.Generator) -> Fresh:
    """The winner of a race that is run on the spot."""
    rates = [
        float(rate) for rate in rng.choice([0.02, 0.1, 0.3, 0.46, 0.58, 0.75, 0.95, 1.1], 3, replace=False)
    ]
    ordered = sorted(rates, key=lambda rate: ends(rate, 20))
    ask = (
        "Gradient descent on $L(w) = w^2$ (slope $2w$) from $w = 1$, with the rates "
        f"{rates[0]:g}, {rates[1]:g} and "
        f"{rates[2]:g}. Which one is nearest to the minimum after 20 steps?"
    )
    keys = ("one", "two", "three")
    options = choices(**{key: f"{rate:g}" for key, rate in zip(keys, rates, strict=True)})
    told = ", ".join(f"{rate:g} is at {ends(rate, 20):.2g}" for rate in ordered)
    return Fresh(
        ask, "choice", keys[rates.index(ordered[0])], options, because=f"The race was run just now: {told}."
    )


@family
def above_the_bound(rng: np.random.Generator) -> Fresh:
    """Where a parabola throws the walker out."""
    curvature = float(rng.choice([0.5, 1, 2, 4, 5, 8, 10, 20]))
    low, high = 0.0, 100.0
    for _ in range(60):
        rate = (low + high) / 2
        w = 1.0
        for _ in range(3):
            w -= rate * curvature * w
        low, high = (rate, high) if abs(w) < 1 else (low, rate)
    ask = (
        rf"The slope of a parabola is ${curvature:g} w$, so its curvature is ${curvature:g}$. Up "
        rf"to which learning rate "
        "does gradient descent on it come closer to the minimum?"
    )
    because = r"Each step multiplies $w$ by $1 - \alpha L$; that stays between -1 and 1 up to $\alpha = 2/L$."
    return Fresh(ask, "number", low, because=because)
