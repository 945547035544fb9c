"""Asked again later about q04: from pixels and weights to a probability."""

import numpy as np

from tutor.checking.author import Fresh, family, solution

reference = solution(__file__)


@family
def result_shape(rng: np.random.Generator) -> Fresh:
    """The shape of the result for another table."""
    n, d = int(rng.integers(2, 900)), int(rng.integers(2, 100))
    shape = reference.predict_proba(np.zeros((n, d)), np.zeros(d)).shape
    ask = f"`X` has shape ({n}, {d}) and `w` ({d},). What is the shape of `predict_proba(X, w)`?"
    return Fresh(
        ask, "shape", shape, because="The features are summed away: one probability for each sample."
    )


@family
def one_sample(rng: np.random.Generator) -> Fresh:
    """One small image, in one's head."""
    score = int(rng.choice([-2, -1, 0, 1, 2]))
    x, w = rng.integers(-3, 4, 3), rng.integers(-2, 3, 3)
    x[2], w[2] = score - int(x[:2] @ w[:2]), 1
    value = float(reference.predict_proba(x[None].astype(float), w.astype(float))[0])
    ask = (
        f"An image has the three pixels {tuple(x.tolist())}, the weights are {tuple(w.tolist())}. "
        "Which probability of class 1 does it get? (Within 5 % counts.)"
    )
    return Fresh(
        ask,
        "number",
        value,
        tolerance=0.05,
        because=f"The score is {score}; the sigmoid of it is {value:.3f}.",
    )


@family
def no_weights(rng: np.random.Generator) -> Fresh:
    """Weights that cancel: a score of 0 in another disguise."""
    a, k = int(rng.integers(2, 9)), int(rng.integers(2, 7))
    x, w = np.array([[float(a), float(a), 0.0]]), np.array([float(k), -float(k), 5.0])
    value = float(reference.predict_proba(x, w)[0])
    ask = f"The pixels are ({a}, {a}, 0) and the weights ({k}, -{k}, 5). Which probability comes out?"
    return Fresh(
        ask, "number", value, because="The terms cancel, the score is 0, and the sigmoid of 0 is one half."
    )
