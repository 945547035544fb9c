"""Asked again later about q06: how hard a sample pulls, and where."""

import numpy as np

from tutor.checking.author import Fresh, choices, family, solution

gradient = solution(__file__).compute_gradient
sigmoid = solution(__file__, "q03_sigmoid").sigmoid


@family
def shape_of_digits(rng: np.random.Generator) -> Fresh:
    """The shape for another data set."""
    n, d = int(rng.integers(2, 900)), int(rng.integers(2, 100))
    shape = gradient(np.zeros((n, d)), np.zeros(n), np.zeros(d)).shape
    ask = (
        f"`X` has shape ({n}, {d}), `y` ({n},), `w` ({d},). What is the shape of `compute_gradient(X, y, w)`?"
    )
    return Fresh(ask, "shape", shape, because="One slope for each weight.")


@family("step_weight")
def confident_mistake(rng: np.random.Generator) -> Fresh:
    """One sample, another probability."""
    p, y = int(rng.integers(1, 10)) / 10, int(rng.integers(2))
    x = int(rng.choice([-3, -2, -1, 1, 2, 4]))
    w = np.log(p / (1 - p)) / x
    value = float(gradient(np.array([[float(x)]]), np.array([y]), np.array([w]))[0])
    ask = (
        f"One sample with the single feature $x = {x}$ has label $y = {y}$; the model says $p = "
        f"{p}$. What is the gradient?"
    )
    return Fresh(ask, "number", value, because=f"Residual times feature: ({p} - {y}) times {x}.")


@family("step_matrix")
def first_step(rng: np.random.Generator) -> Fresh:
    """The gradient at w = 0, by hand."""
    n = int(rng.choice([2, 4]))
    x, y = rng.integers(-4, 7, n), rng.integers(0, 2, n)
    value = float(gradient(x[:, None].astype(float), y, np.zeros(1))[0])
    rows = ", ".join(f"(x = {a}, y = {b})" for a, b in zip(x, y, strict=True))
    ask = f"{n} samples with one feature: {rows}. What is the gradient at $w = 0$?"
    return Fresh(
        ask, "number", value, because="Every residual is +1/2 or -1/2; multiply by the features and average."
    )


@family
def step_logit(rng: np.random.Generator) -> Fresh:
    """Which of two samples pulls harder on a weight."""
    one, two = (int(k) / 20 for k in rng.choice(np.arange(1, 20), 2, replace=False))
    x, y = np.array([[1.0]]), np.array([int(rng.integers(2))])
    pulls = [abs(gradient(x, y, np.array([np.log(p / (1 - p))]))[0]) for p in (one, two)]
    ask = (
        f"Two samples of class {y[0]}, both with the feature 1. The model says $p = {one}$ for "
        f"one and $p = {two}$ for "
        "the other. Which of them pulls harder on the weight?"
    )
    options = choices(
        first=f"the one with {one}", second=f"the one with {two}", equal="both alike: same label"
    )
    because = "A sample pulls with its residual, $p - y$: the worse it is predicted, the harder."
    return Fresh(ask, "choice", "first" if pulls[0] > pulls[1] else "second", options, because=because)


@family
def step_sigmoid(rng: np.random.Generator) -> Fresh:
    """The slope from score to probability, where the probability is known."""
    p, h = int(rng.integers(1, 10)) / 10, 1e-6
    z = np.log(p / (1 - p))
    value = float(sigmoid(z + h) - sigmoid(z - h)) / (2 * h)
    ask = rf"$p = \sigma(z)$ is {p} for a sample. What is $dp/dz$ there?"
    return Fresh(
        ask, "number", value, because="$p (1 - p)$: largest in the middle, 0 where the model is sure."
    )


@family
def step_log(rng: np.random.Generator) -> Fresh:
    """The slope of the cost of one sample with respect to its probability."""
    p, y, h = float(rng.choice([0.1, 0.2, 0.25, 0.5, 0.8])), int(rng.integers(2)), 1e-7

    def cost(q: float) -> float:
        return float(-(y * np.log(q) + (1 - y) * np.log(1 - q)))

    value = (cost(p + h) - cost(p - h)) / (2 * h)
    ask = rf"One sample with $y = {y}$ gets $p = {p}$. What is the slope $d\ell/dp$ of its cost?"
    because = r"$(p - y) / (p (1 - p))$: negative for $y = 1$, since the cost falls when $p$ grows."
    return Fresh(ask, "number", value, because=because)
