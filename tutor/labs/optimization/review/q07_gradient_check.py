"""Asked again later about q07: difference quotients, and what a check sees of a mistake."""

import numpy as np
from scipy.optimize import check_grad

from tutor.checking.author import Fresh, choices, family


@family
def forgotten_two(rng: np.random.Generator) -> Fresh:
    """A forgotten factor, at another point."""
    a = int(rng.integers(2, 9))
    x = np.array(((3, 4), (6, 8), (5, 12), (8, 15))[rng.integers(4)], dtype=float)
    b = np.array([1.0, -2.0])
    error = check_grad(lambda v: a * v @ v + b @ v, lambda v: a * v + b, x)
    ask = (
        rf"$f(x) = a \|x\|^2 + b^\top x$ with $a = {a}$, at $x = ({x[0]:g}, {x[1]:g})$. Someone "
        rf"writes the gradient "
        "as $a x + b$. What does `check_grad` return? (Within 2 % counts.)"
    )
    because = f"The two gradients differ by $a x$, and the length of that is {a} times {np.linalg.norm(x):g}."
    return Fresh(ask, "number", round(error, 3), tolerance=0.02, because=because)


@family
def difference_quotient(rng: np.random.Generator) -> Fresh:
    """A quotient with a step one can see."""
    at, h = int(rng.integers(1, 9)), float(rng.choice([0.1, 0.2, 0.5, 1.0]))
    two_sided = bool(rng.integers(2))
    left = at - h if two_sided else at
    value = ((at + h) ** 2 - left**2) / (at + h - left)
    how = "$(f(x+h) - f(x-h)) / 2h$" if two_sided else "$(f(x+h) - f(x)) / h$"
    ask = f"$f(x) = x^2$ at $x = {at}$. What does {how} give with $h = {h:g}$?"
    because = (
        f"The slope is {2 * at}. One-sided, the error is $h$ here; two-sided, it cancels for a parabola."
    )
    return Fresh(ask, "number", value, tolerance=0.001, because=because)


@family
def right_gradient_error(rng: np.random.Generator) -> Fresh:
    """Why not exactly zero, and why not smaller and smaller."""
    h = 10.0 ** -int(rng.choice([2, 3, 11, 12, 13]))
    at = float(rng.integers(2, 9))
    got = (np.exp(np.sin(at + h)) - np.exp(np.sin(at))) / h
    error = abs(got - np.exp(np.sin(at)) * np.cos(at))
    best = abs((np.exp(np.sin(at + 1e-8)) - np.exp(np.sin(at))) / 1e-8 - np.exp(np.sin(at)) * np.cos(at))
    assert error > best
    ask = (
        rf"A right gradient of a smooth function is checked with a step of "
        rf"$10^{{{round(np.log10(h))}}}$ instead of "
        "$10^{-8}$. What becomes of the error?"
    )
    options = choices(
        bend="larger: the step is so long that the function bends on the way",
        noise="larger: the two values agree in nearly all digits, and rounding remains",
        smaller="smaller",
    )
    answer = "bend" if h > 1e-8 else "noise"
    because = (
        f"It is about {error:.0e} here, and about {best:.0e} with the step of $10^{{-8}}$: there "
        "is a best size."
    )
    return Fresh(ask, "choice", answer, options, because=because)


@family
def blind_spot(rng: np.random.Generator) -> Fresh:
    """What a check sees of a forgotten penalty, at 0 and elsewhere."""
    c = int(rng.integers(1, 5))
    w = np.array(((0, 0), (3, 4), (0, 2), (6, 8), (0, 0))[rng.integers(5)], dtype=float)
    error = check_grad(lambda v: np.sum(v**3) + c * v @ v, lambda v: 3 * v**2, w)
    ask = (
        rf"A loss has the penalty ${c if c > 1 else ''}\|w\|^2$, the gradient forgets it. What "
        rf"does `check_grad` return at "
        f"$w = ({w[0]:g}, {w[1]:g})$? (Within 2 % counts.)"
    )
    because = (
        f"The slope of the penalty is ${2 * c} w$: its length is the error, and at $w = 0$ nothing is seen."
    )
    return Fresh(ask, "number", round(error, 3), tolerance=0.02, because=because)
