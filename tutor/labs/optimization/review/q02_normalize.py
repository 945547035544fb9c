"""Asked again later about q02: whose statistics, how many of them, and what comes out."""

import numpy as np

from tutor.checking.author import Fresh, family, solution

reference = solution(__file__)


@family
def statistics(rng: np.random.Generator) -> Fresh:
    """The shape of the means for another data set."""
    n, m = (int(k) for k in rng.integers(50, 900, 2))
    d = int(rng.choice([9, 16, 30, 49, 100, 784]))
    shape = rng.normal(size=(n, d)).mean(axis=0).shape
    ask = (
        f"`X_train` has shape ({n}, {d}) and `X_test` ({m}, {d}). What is the shape of the mean you subtract?"
    )
    return Fresh(ask, "shape", shape, because="One mean a column: the images disappear, the pixels stay.")


@family
def test_mean(rng: np.random.Generator) -> Fresh:
    """The mean of a normalized test column whose own mean is another one."""
    mean, spread, steps = (
        int(rng.integers(2, 12)),
        int(rng.integers(1, 6)),
        int(rng.choice([-2, -1, 1, 2, 3])),
    )
    train = np.array([[mean - spread], [mean + spread]], dtype=float)
    own = mean + steps * spread
    test = np.array([[own - 1], [own], [own + 1]], dtype=float)
    normalized = reference.normalize(train, test)[1]
    ask = (
        f"A pixel has mean {mean} and standard deviation {spread} in the training set, and mean {own} in the "
        "test set. After `normalize`, what is the mean of that column of the test set?"
    )
    because = (
        "The test set goes through the training set's transformation, so its own mean is not taken away."
    )
    return Fresh(ask, "number", normalized.mean(), because=because)


@family
def one_pixel(rng: np.random.Generator) -> Fresh:
    """One value of the test set, normalized by hand."""
    low, step = int(rng.integers(0, 9)), int(rng.integers(1, 5))
    seen = rng.permutation([low, low, low + 2 * step, low + 2 * step])
    value = low + int(rng.integers(-2, 6)) * step
    out = reference.normalize(seen[:, None].astype(float), np.array([[float(value)]]))[1]
    ask = (
        f"In the training set a pixel has the values {', '.join(map(str, seen))}. A test image "
        f"has {value} there. "
        "Which number does it become?"
    )
    because = f"The mean is {np.mean(seen):g} and the deviation {np.std(seen):g}: subtract, then divide."
    return Fresh(ask, "number", float(out[0, 0]), because=because)
