"""Asked again later about q01: which rows are kept, and what shapes a split leaves."""

import numpy as np

from tutor.checking.author import Fresh, family, solution

reference = solution(__file__)


def dealt(rng: np.random.Generator) -> tuple[str, list[tuple[int, ...]]]:
    """A call of `split_digits` in words, and the shapes of its four results."""
    a, b, other = rng.choice(10, 3, replace=False)
    d, share = int(rng.choice([16, 49, 100, 256])), float(rng.choice([0.1, 0.2, 0.25, 0.4]))
    n_a, n_b, n_other = (20 * int(k) for k in rng.integers(3, 25, 3))
    y = rng.permutation(np.repeat([a, b, other], [n_a, n_b, n_other]))
    parts = reference.split_digits(rng.normal(size=(len(y), d)), y, digits=(a, b), test_size=share)
    told = (
        f"`X` holds {len(y)} images of {d} pixels: {n_a} show a {a}, {n_b} a {b}, and {n_other} a {other}. "
        f"You call `split_digits(X, y, digits=({a}, {b}), test_size={share})`."
    )
    return told, [part.shape for part in parts]


@family("test_images")
def train_images(rng: np.random.Generator) -> Fresh:
    """The training images of another data set."""
    told, shapes = dealt(rng)
    because = "First the two digits are kept, then that share of them is set aside; the pixels stay."
    return Fresh(f"{told} What is the shape of `X_train`?", "shape", shapes[0], because=because)


@family("train_labels")
def test_labels(rng: np.random.Generator) -> Fresh:
    """The test labels of another data set."""
    told, shapes = dealt(rng)
    because = "Labels are a list, not a table: one dimension, one entry for each test image."
    return Fresh(f"{told} What is the shape of `y_test`?", "shape", shapes[3], because=because)


@family
def kept_by_a_mask(rng: np.random.Generator) -> Fresh:
    """What a mask keeps of a few labels."""
    y = rng.integers(0, 6, int(rng.integers(8, 13)))
    a, b = rng.choice(np.unique(y), 2, replace=False)
    code = str(
        rng.choice([f"(y == {a}) | (y == {b})", f"np.isin(y, ({a}, {b}))", f"(y == {a}) & (y == {b})"])
    )
    kept = int(np.sum(eval(code, {"np": np, "y": y})))
    ask = f"`y = np.array({y.tolist()})` and `keep = {code}`. How many rows has `X[keep]`?"
    return Fresh(
        ask, "number", kept, tolerance=0, because="`|` is or, `&` is and: no label is two digits at once."
    )
