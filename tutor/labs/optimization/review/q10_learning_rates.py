"""Asked again later about q10: runs that differ in one number only."""

import numpy as np

from tutor.checking.author import Fresh, family, solution

reference = solution(__file__)
descend = solution(__file__, "q08_gradient_descent").gradient_descent


def task(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Two classes that can be separated."""
    X = rng.normal(size=(40, 3))
    return X, (X @ rng.normal(size=3) > 0).astype(int)


@family
def entries(rng: np.random.Generator) -> Fresh:
    """What the dictionary holds for other rates."""
    rates = tuple(
        sorted(
            float(r)
            for r in rng.choice(
                [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0], int(rng.integers(2, 6)), replace=False
            )
        )
    )
    steps = int(rng.integers(5, 40))
    histories = reference.compare_learning_rates(*task(rng), rates, steps)
    total = sum(len(history) for history in histories.values())
    ask = (
        f"`compare_learning_rates(X, y, {rates}, n_iterations={steps})`, with one loss noted "
        "before each update. "
        "How many losses are in the dictionary altogether?"
    )
    return Fresh(
        ask, "number", total, tolerance=0, because=f"One history a rate: {len(rates)} of {steps} losses."
    )


@family
def ten_times_slower(rng: np.random.Generator) -> Fresh:
    """Rate times iterations, measured on a run."""
    X, y = task(rng)
    rate, factor = float(rng.choice([0.01, 0.02, 0.05])), int(rng.choice([2, 4, 5, 10]))
    _, quick = descend(X, y, rate, 400, verbose=False)
    reached = int(rng.integers(60, 200))
    _, slow = descend(X, y, rate / factor, (reached + 5) * factor, verbose=False)
    needed = int(np.argmax(np.asarray(slow) <= quick[reached]))
    ask = (
        f"With the rate {rate:g} a loss is reached after {reached} iterations. About how many does the rate "
        f"{rate / factor:g} need for it? (Within 5 % counts.)"
    )
    because = (
        f"Measured just now: {needed}. Small rates follow the same path; rate times iterations is "
        "the way travelled."
    )
    return Fresh(ask, "number", needed, tolerance=0.05, because=because)
