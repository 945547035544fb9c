"""Asked again later about q03: values of the sigmoid, near and far out."""

import numpy as np

from tutor.checking.author import Fresh, choices, family, solution

sigmoid = solution(__file__).sigmoid


@family("at_zero")
def at_a_logarithm(rng: np.random.Generator) -> Fresh:
    """The sigmoid where it is a simple fraction."""
    k = int(rng.choice([2, 3, 4, 9, 19, 99]))
    sign = str(rng.choice(["", "-"]))
    value = float(sigmoid(float(f"{sign}1") * np.log(k)))
    because = (
        rf"$e^{{-z}}$ is {'1/' if not sign else ''}{k} there; odds of {k} to 1 are a probability "
        rf"of {k}/{k + 1}."
    )
    return Fresh(rf"What is $\sigma({sign}\ln {k})$?", "number", value, because=because)


@family
def mirror(rng: np.random.Generator) -> Fresh:
    """The other side of the curve."""
    p = int(rng.integers(3, 98)) / 100
    z = float(np.log(p / (1 - p)))
    because = r"$\sigma(-z) = 1 - \sigma(z)$: the chances of the two classes add up to 1."
    return Fresh(
        rf"For some $z$, $\sigma(z) = {p}$. What is $\sigma(-z)$?",
        "number",
        float(sigmoid(-z)),
        because=because,
    )


@family
def far_left(rng: np.random.Generator) -> Fresh:
    """Two ways to write it, far out on either side."""
    z = int(rng.choice([-1, 1])) * int(rng.integers(8, 30)) * 100
    code, formula = (
        ("1 / (1 + np.exp(-z))", lambda v: 1 / (1 + np.exp(-v))),
        ("np.exp(z) / (1 + np.exp(z))", lambda v: np.exp(v) / (1 + np.exp(v))),
    )[rng.integers(2)]
    with np.errstate(all="ignore"):
        value = formula(np.float64(z))
    answer = "nan" if np.isnan(value) else "one" if value == 1 else "zero"
    ask = f"What does `{code}` give for `z = np.float64({z})`?"
    options = choices(zero="0", one="1", nan="nan", error="it stops with an error")
    because = "An overflow to inf is harmless under a fraction (1/inf is 0); inf/inf is nan."
    return Fresh(ask, "choice", answer, options, because=because)


@family
def slope(rng: np.random.Generator) -> Fresh:
    """How steep the curve is at a known height."""
    p = int(rng.choice([1, 2, 5, 7, 9])) / 10
    z, h = np.log(p / (1 - p)), 1e-6
    value = float(sigmoid(z + h) - sigmoid(z - h)) / (2 * h)
    because = r"The slope is $\sigma(z)(1 - \sigma(z))$: steepest at one half, flat far out."
    return Fresh(
        rf"Where $\sigma(z) = {p}$, what is the slope of the sigmoid?", "number", value, because=because
    )
