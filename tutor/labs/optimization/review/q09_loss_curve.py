"""Asked again later about q09: where a loss curve starts, and how it goes on."""

import numpy as np

from tutor.checking.author import Fresh, family, solution
from tutor.model import Option

descend = solution(__file__, "q08_gradient_descent").gradient_descent
loss = solution(__file__, "q05_loss").compute_loss


@family
def start(rng: np.random.Generator) -> Fresh:
    """The first point of the curve, for a model that starts with an opinion."""
    p = float(rng.choice([0.1, 0.25, 0.5, 0.75, 0.9]))
    share = int(rng.choice([0, 50, 100]))
    y = np.arange(100) < share
    value = loss(np.ones((100, 1)), y.astype(int), np.array([np.log(p / (1 - p))]))
    ask = (
        f"A model starts by giving every sample the probability {p:g} of class 1, and {share} % "
        "of the samples are "
        "of class 1. At which loss does the curve start? (Within 3 % counts.)"
    )
    because = (
        r"Average minus the logarithm of what the truth was given; one half for all would be $\log 2$, 0.693."
    )
    return Fresh(ask, "number", value, tolerance=0.03, because=because)


@family
def shape(rng: np.random.Generator) -> Fresh:
    """The look of a run that really happened."""
    X = rng.normal(size=(60, 3))
    y = (X @ rng.normal(size=3) > 0).astype(int)
    rate, steps = float(rng.choice([0.3, 0.5, 1.0])), int(rng.choice([100, 200, 400]))
    _, history = descend(X, y, rate, steps, verbose=False)
    real = tuple(float(v) for v in np.interp(np.linspace(0, steps - 1, 12), np.arange(steps), history))
    first, last = real[0], real[-1]
    line = tuple(float(v) for v in np.linspace(first, last, 12))
    options = (
        Option("falling", "steep at first, then flatter", real),
        Option("line", "a straight line down", line),
        Option("late", "flat at first, then steeper", tuple(first + last - v for v in reversed(real))),
    )
    ask = (
        rf"{steps} steps of gradient descent with $\alpha = {rate:g}$ on two classes that can be separated. "
        "Which of these is the loss?"
    )
    because = (
        "The slope shrinks with the residuals, and with it the steps: this is the run, computed just now."
    )
    return Fresh(ask, "curve", "falling", options, because=because)
