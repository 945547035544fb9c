"""Asked again later about q08: single steps, and where many of them lead."""

import numpy as np

from tutor.checking.author import Fresh, choices, family


def walk(c: float, start: float, rate: float, steps: int) -> list[float]:
    """Gradient descent on L(w) = c w^2, whose slope is 2 c w: every place that is visited."""
    places = [start]
    for _ in range(steps):
        places.append(places[-1] - rate * 2 * c * places[-1])
    return places


@family
def two_steps(rng: np.random.Generator) -> Fresh:
    """Another parabola, another start."""
    c, start = int(rng.integers(1, 4)), int(rng.choice([-8, -4, 2, 4, 10]))
    rate, steps = float(rng.choice([0.05, 0.1, 0.25])), int(rng.integers(1, 3))
    slope = f"{2 * c}w"
    ask = (
        rf"$L(w) = {c if c > 1 else ''}w^2$, so the slope is ${slope}$. Start at $w = {start}$ "
        rf"with $\alpha = {rate:g}$. "
        f"Where are you after {steps} step{'s' if steps > 1 else ''}?"
    )
    because = f"Each step multiplies $w$ by {1 - 2 * c * rate:g}."
    return Fresh(ask, "number", walk(c, start, rate, steps)[-1], because=because)


@family
def behaviour(rng: np.random.Generator) -> Fresh:
    """What a learning rate does to a parabola."""
    rate = float(rng.choice([0.05, 0.2, 0.4, 0.7, 0.9, 1.1, 1.5]))
    places = walk(1, 1.0, rate, 6)
    away, sides = abs(places[-1]) > 1, places[1] < 0
    ask = rf"Gradient descent on $L(w) = w^2$ from $w = 1$ with $\alpha = {rate:g}$. What do the $w$ do?"
    options = choices(
        straight="come closer to 0, always from the same side",
        zigzag="come closer to 0, jumping from side to side",
        away="jump from side to side, further and further away",
    )
    answer = "away" if away else "zigzag" if sides else "straight"
    because = f"Each step multiplies $w$ by $1 - 2\\alpha$, here {1 - 2 * rate:g}: they are " + ", ".join(
        f"{place:.3g}" for place in places[:5]
    )
    return Fresh(ask, "choice", answer, options, because=because + ", …")


@family("direction")
def one_update(rng: np.random.Generator) -> Fresh:
    """One weight of a vector."""
    w, slope = rng.integers(-5, 6, 3), rng.integers(-9, 10, 3)
    rate, which = float(rng.choice([0.1, 0.2, 0.5])), int(rng.integers(3))
    after = w - rate * slope
    ask = (
        rf"$w = {tuple(w.tolist())}$, the gradient is {tuple(slope.tolist())}, and $\alpha = {rate:g}$. "
        f"What is the {('first', 'second', 'third')[which]} weight after one step?"
    )
    return Fresh(
        ask, "number", float(after[which]), because="Subtract the learning rate times the slope: downhill."
    )
