"""Asked again later about q16: the rules of partial derivatives, on paper."""

import numpy as np

from tutor.checking.author import Fresh, choices, family, solution

reference = solution(__file__)


@family
def at_opposite(rng: np.random.Generator) -> Fresh:
    """The same function at another point."""
    x, y = (int(k) for k in rng.integers(-6, 7, 2))
    value = float(reference.partial_derivatives_by_hand(float(x), float(y))[1])
    ask = f"On paper: what is $\\partial z/\\partial y$ of $z = x^2 + 2xy + y^2$ at $({x}, {y})$?"
    return Fresh(ask, "number", value, because=f"$z$ is $(x + y)^2$: twice the sum, {x + y}.")


@family("difference")
def formula(rng: np.random.Generator) -> Fresh:
    """The right formula among near misses, found by a difference quotient."""
    a, b = (int(k) for k in rng.choice([2, 3, 4, 5, 7], 2, replace=False))
    x, y, h = 1.3, -0.7, 1e-6

    def z(u: float, v: float) -> float:
        return a * u**2 + b * u * v + v**2

    rules = {
        "right": (f"${2 * a}x + {b}y$", 2 * a * x + b * y),
        "forgotten": (f"${2 * a}x$", 2 * a * x),
        "everything": (f"${2 * a}x + {b}y + 2y$", 2 * a * x + b * y + 2 * y),
        "kept": (f"${2 * a}x + {b}xy$", 2 * a * x + b * x * y),
    }
    slope = (z(x + h, y) - z(x - h, y)) / (2 * h)
    answer = min(rules, key=lambda key: abs(rules[key][1] - slope))
    ask = f"$z = {a}x^2 + {b}xy + y^2$. What is $\\partial z/\\partial x$?"
    options = choices(**{key: text for key, (text, _) in rules.items()})
    because = (
        "The other variable is a constant: its square vanishes, and in the mixed term it stays as a factor."
    )
    return Fresh(ask, "choice", answer, options, because=because)


@family("when_doubled")
def when_scaled(rng: np.random.Generator) -> Fresh:
    """Another factor."""
    k = int(rng.choice([3, 4, 5, 10, -1, -2]))
    before, after = (reference.partial_derivatives_by_hand(s * 1.5, s * 2.0)[0] for s in (1, k))
    ask = (
        f"In $z = x^2 + 2xy + y^2$ both variables are multiplied by {k}. By which factor is "
        "$\\partial z/\\partial x$ multiplied?"
    )
    return Fresh(
        ask,
        "number",
        after / before,
        because="The derivative of a quadratic is linear: it grows like the variables.",
    )
