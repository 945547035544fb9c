"""Promises of q02: both sets are normalized with the statistics of the training set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from tutor.checking.author import (
    Curves,
    Failure,
    Figure,
    Series,
    Trial,
    check,
    describe,
    digits,
    figure,
    misconception,
    prediction,
    solution,
)
from tutor.checking.compare import shape_of

reference = solution(__file__)

TESTED = (
    "Training sets of 23 and 8 images, test sets of 9, 31 and 1, with 6 and 11 pixels whose means and deviations all "
    "differ (deviations from 0.03 to 50), and pixels that are constant in the training set, with the same or "
    "another value in the test set. What you subtract and what you divide by was read off your results, within a "
    "millionth; n or n - 1 in the deviation, and an eps up to 1e-7, beside or under the root, are all right. "
    "Not tested: missing values."
)

SIZES = ((23, 9, 6), (8, 31, 11))
CONSTANT = {1: 0.0, 4: 7.0}
"""Columns that never vary in the training set, and their values."""


def tables(rng: np.random.Generator, n_train: int, n_test: int, d: int) -> tuple[Any, Any]:
    """Two sets whose columns differ in mean and deviation, from each other and between the sets."""
    scale = np.geomspace(0.03, 50, d) * rng.uniform(0.8, 1.2, d)
    centre = scale * rng.uniform(1, 3, d) * rng.choice([-1, 1], d)
    X_train = centre + scale * rng.normal(size=(n_train, d))
    X_test = 1.7 * centre + 2.3 * scale * rng.normal(size=(n_test, d))
    return X_train, X_test


def normalized(t: Trial, X_train: Any, X_test: Any) -> tuple[Any, Any]:
    """Both results as arrays of the right shapes; Failure if they are of another kind or shape."""
    got = t.call("normalize", X_train, X_test)
    if not isinstance(got, tuple | list) or len(got) != 2:
        raise Failure(
            f"`normalize` gives back {describe(got)}; two tables are asked for.",
            "Look at `Returns`: the training set and the test set, and nothing more.",
            "not-two-tables",
        )
    shapes = [shape_of(item) for item in got]
    if shapes == [X_test.shape, X_train.shape] and X_test.shape != X_train.shape:
        raise Failure(
            f"The two tables come in the other order: the first has shape {shapes[0]}, like the test set.",
            "The training set comes first, as in the arguments.",
            "returned-in-the-other-order",
        )
    pairs = (("X_train_norm", got[0], X_train), ("X_test_norm", got[1], X_test))
    first, second = (as_table(t, item, given, name) for name, item, given in pairs)
    return first, second


def as_table(t: Trial, item: Any, given: Any, name: str) -> Any:
    """`item` as an array of numbers with the shape of `given`."""
    if isinstance(item, list | tuple) and shape_of(item) == given.shape:
        t.remark("list-not-array", f"`{name}` is a list; as an array it could be used by NumPy directly.")
        item = np.asarray(item)
    if not isinstance(item, np.ndarray) or item.dtype.kind not in "iuf":
        look = "Both results are tables of numbers, like the arguments."
        raise Failure(f"`{name}` is {describe(item)}; an array of numbers is asked for.", look)
    if item.shape == given.shape:
        return item
    seen = f"`{name}` has shape {item.shape}; {given.shape} went in, and the same should come out."
    varying = int((given.max(axis=0) > given.min(axis=0)).sum())
    if (
        item.ndim == 2
        and item.shape[1] < given.shape[1]
        and len(item) == len(given)
        and varying < given.shape[1]
    ):
        look = "All pixels stay, even those that never change: the weights later count on it."
        raise Failure(f"You drop pixels. {seen}", look, "constant-columns-dropped", seen=seen)
    if name == "X_test_norm" and item.ndim == 2 and item.shape[1] == given.shape[1]:
        look = "Which table do you transform the second time?"
        raise Failure(f"This is not the test set. {seen}", look, "training-set-twice", seen=seen)
    raise Failure(seen, "Write the shape of each factor beside it, line by line.", "wrong-shape")


class Line:
    """What a result does to the columns of a table: (x - shift) / scale, read off by a straight line for each."""

    def __init__(self, x: Any, out: Any, name: str) -> None:
        self.x, self.out, self.name = x, out, name
        self.tolerance = 1e-6 if out.dtype == np.float64 else 1e-2
        gap = x - x.mean(axis=0)
        with np.errstate(all="ignore"):
            slope = (gap * (out - out.mean(axis=0))).sum(axis=0) / (gap**2).sum(axis=0)
            self.scale = 1 / slope
            self.shift = x.mean(axis=0) - out.mean(axis=0) * self.scale
            self.rest = np.abs(out - (x - self.shift) / self.scale).max(axis=0)
        self.size = np.abs(out).max(axis=0)

    @property
    def straight(self) -> bool:
        """Whether it is that at all."""
        return bool(
            np.isfinite(self.shift).all() and (self.rest <= self.tolerance * (self.size + 1e-3)).all()
        )

    def scaled_by(self, value: Any) -> bool:
        """Whether the columns are divided by `value`."""
        return bool(np.all(np.abs(self.scale - value) <= self.tolerance * np.abs(value)))

    def shifted_by(self, value: Any) -> bool:
        """Whether `value` is subtracted from the columns."""
        return bool(
            np.all(np.abs(self.shift - value) <= 10 * self.tolerance * (np.abs(value) + self.x.std(axis=0)))
        )

    def eps(self, std: Any) -> float | None:
        """The constant added to the deviation `std`, beside or under a root, or its lower bound; None if none fits."""
        least = int(np.argmin(std))
        beside = self.scale[least] - std[least]
        under = self.scale[least] ** 2 - std[least] ** 2
        with np.errstate(invalid="ignore"):
            forms = ((beside, std + beside), (under, np.sqrt(std**2 + under)))
        fitting = [eps for eps, value in forms if self.scaled_by(value)]
        if not fitting and std[least] < self.scale[least] < std.max():
            fitting = [self.scale[least]] if self.scaled_by(np.maximum(std, self.scale[least])) else []
        return min(fitting, key=abs) if fitting else None


def eps_of(line: Line, X_train: Any) -> float | None:
    """The eps in the deviation of the training columns, with n or n - 1; None if they are divided by something else."""
    found = [line.eps(X_train.std(axis=0, ddof=ddof)) for ddof in (0, 1)]
    fitting = [eps for eps in found if eps is not None]
    return min(fitting, key=abs) if fitting else None


SHIFTS = {
    "mean": "the mean of each training column",
    "nothing": "nothing",
    "test": "the mean of each test column",
    "both": "the mean of each column over both sets",
    "table": "one mean, of the whole table",
    "median": "the median of each column",
    "least": "the smallest value of each column",
    "minus": "minus the mean (so the mean is added)",
    "quotient": "the mean divided by the deviation (parentheses!)",
    "first": "the first row",
    "sum": "the sum of each column",
}
SCALES = {
    "one": "nothing",
    "std": "the deviation of each training column",
    "variance": "the variance of each column (the root is missing)",
    "inverse": "1 over the deviation (so you multiply by it)",
    "test": "the deviation of each test column",
    "both": "the deviation of each column over both sets",
    "table": "one deviation, of the whole table",
    "range": "the range of each column, largest minus smallest",
    "largest": "the largest value of each column",
    "spread": "the mean absolute deviation of each column",
    "lifted": "the deviation, lifted to 1 where it is smaller",
    "length": "the length of each centred column",
    "root": "the root of the deviation",
    "number": "the same number for all columns",
    "mean": "the mean of each column",
    "twice": "twice the deviation",
    "half": "half the deviation",
}
SLUGS = {
    ("nothing", "one"): "left-as-it-was",
    ("mean", "one"): "centred-only",
    ("nothing", "std"): "scaled-only",
    ("mean", "variance"): "divided-by-the-variance",
    ("mean", "inverse"): "multiplied-by-the-deviation",
    ("quotient", "one"): "parentheses-missing",
    ("least", "range"): "min-max-scaling",
    ("nothing", "number"): "scaled-by-a-constant",
    ("nothing", "largest"): "divided-by-the-maximum",
    ("median", "std"): "median-instead-of-the-mean",
    ("mean", "spread"): "mean-absolute-deviation",
    ("mean", "lifted"): "deviations-below-one-lifted",
    ("mean", "table"): "one-deviation-for-all-pixels",
    ("table", "std"): "mean-of-the-whole-table",
    ("table", "table"): "one-mean-for-all-pixels",
    ("minus", "std"): "mean-added",
    ("test", "test"): "statistics-of-the-test-set",
    ("test", "std"): "mean-of-the-test-set",
    ("mean", "test"): "deviation-of-the-test-set",
    ("both", "both"): "statistics-of-both-sets",
}


def shifts(X_train: Any, X_test: Any) -> dict[str, Any]:
    """What people subtract, by name."""
    mean, both = X_train.mean(axis=0), np.vstack([X_train, X_test])
    return {
        "mean": mean,
        "nothing": 0 * mean,
        "test": X_test.mean(axis=0),
        "both": both.mean(axis=0),
        "table": X_train.mean() + 0 * mean,
        "median": np.median(X_train, axis=0),
        "least": X_train.min(axis=0),
        "minus": -mean,
        "quotient": mean / X_train.std(axis=0),
        "first": X_train[0],
        "sum": X_train.sum(axis=0),
    }


def scales(X_train: Any, X_test: Any, ddof: int) -> dict[str, Any]:
    """What people divide by, by name."""
    std, both = X_train.std(axis=0, ddof=ddof), np.vstack([X_train, X_test])
    return {
        "std": std,
        "one": 1 + 0 * std,
        "variance": std**2,
        "inverse": 1 / std,
        "test": X_test.std(axis=0, ddof=ddof),
        "both": both.std(axis=0, ddof=ddof),
        "table": X_train.std(ddof=ddof) + 0 * std,
        "range": np.ptp(X_train, axis=0),
        "largest": X_train.max(axis=0),
        "spread": np.abs(X_train - X_train.mean(axis=0)).mean(axis=0),
        "lifted": np.maximum(std, 1),
        "length": std * np.sqrt(len(X_train) - ddof),
        "root": np.sqrt(std),
        "mean": X_train.mean(axis=0),
        "twice": 2 * std,
        "half": std / 2,
    }


def require_line(line: Line, X_train: Any, X_test: Any, t: Trial) -> None:
    """Failure unless the line is the training columns' mean and deviation; says what it is instead."""
    if not line.straight:
        about_the_bend(line)
    if (line.scale < 0).all():
        seen = f"In the {line.name} set, values above the mean come out negative."
        look = "Which of the two is subtracted from the other?"
        raise Failure(f"The sign is turned round. {seen}", look, "sign-flipped", seen=seen)
    shift = next((name for name, v in shifts(X_train, X_test).items() if line.shifted_by(v)), "")
    eps = eps_of(line, X_train)
    if shift == "mean" and eps is not None and abs(eps) < 9.9e-4:
        if eps > 1.05e-7 and line.tolerance < 1e-3:
            text = f"An eps of {eps:.1g} already shows in pixels that hardly vary; 1e-8 would do."
            t.remark("eps-rather-large", text)
        return
    if shift == "mean" and eps is not None and scale_name(line, X_train, X_test) != "lifted":
        raise Failure(
            f"You add about {eps:.2g} to the deviation or to the variance (or take it as the least): this changes "
            f"every pixel, most of all those that hardly vary.",
            "The tiny number is there for deviations of 0 only; how small can it be?",
            "eps-too-large",
        )
    small = eps is not None and abs(eps) < 9.9e-4
    raise wrong_line(line, shift, "std" if small else scale_name(line, X_train, X_test))


def scale_name(line: Line, X_train: Any, X_test: Any) -> str:
    """The name of what the columns are divided by; empty if unknown."""
    for ddof in (0, 1):
        for name, value in scales(X_train, X_test, ddof).items():
            if line.scaled_by(value) or line.scaled_by(value + 1e-8):
                return name
    return "number" if np.ptp(line.scale) <= 1e-6 * abs(line.scale[0]) else ""


def wrong_line(line: Line, shift: str, scale: str) -> Failure:
    """The Failure that says what is subtracted and what it is divided by."""
    what = SHIFTS.get(shift, f"something else than the mean (from column 0, {line.shift[0]:.4g})")
    by = SCALES.get(scale, f"something else than the deviation (column 0 by {line.scale[0]:.4g})")
    words = f"In the {line.name} set you subtract {what} and divide by {by}."
    slug = SLUGS.get((shift, scale))
    if line.name == "test":
        slug = {"left-as-it-was": "test-set-left-as-it-was", "centred-only": "test-set-not-divided"}.get(
            slug or "", slug
        )
    look = (
        "The formula has a mean and a deviation for each column; they are the training set's, for both sets."
    )
    return Failure(words, look, slug)


def about_the_bend(line: Line) -> None:
    """Failure for a result that is no straight line of each column."""
    out, x = line.out, line.x
    look = "Take one column by itself: what should happen to its values?"
    if not np.isfinite(out).all():
        raise Failure(
            f"In the {line.name} set, {int((~np.isfinite(out)).sum())} values are nan or infinite.", look
        )
    decimals = next((k for k in range(5) if np.allclose(out, np.round(out, k), rtol=0, atol=1e-12)), None)
    if decimals is not None:
        seen = f"All values of the {line.name} set have at most {decimals} decimals."
        raise Failure(
            f"You round the result. {seen}", "Leave rounding to the moment of printing.", "rounded", seen=seen
        )
    if (out == out.max()).sum() + (out == out.min()).sum() > 3:
        seen = f"Many values of the {line.name} set are exactly {out.max():.4g} or {out.min():.4g}."
        raise Failure(f"You clip the result. {seen}", "Values beyond ±1 are fine.", "clipped", seen=seen)
    if min(x.shape) > 2 and Line(x.T, out.T, line.name).straight:
        seen = f"Within each row of the {line.name} set, the values keep their proportions; within a column they do not."
        slug, why = "each-image-by-itself", "You normalize each image by itself, over its pixels. "
        if np.allclose((out**2).sum(axis=1), 1):
            slug, why = "rows-scaled-to-length-one", "You scale each image to length 1. "
        raise Failure(
            why + seen, "The mean is one for each pixel, over the images: along which axis?", slug, seen=seen
        )
    worst = int(np.argmax(line.rest / (line.size + 1e-12)))
    seen = f"In the {line.name} set, the values of column {worst} are not treated alike."
    raise Failure(seen, look)


@check
def two_tables(t: Trial) -> None:
    """Two tables come back, the training set and the test set, each of the shape it had."""
    for sizes in SIZES:
        normalized(t, *tables(t.rng, *sizes))


@check
def training_columns(t: Trial) -> None:
    """From each pixel of the training set its mean is subtracted, and it is divided by its standard deviation."""
    for sizes in SIZES:
        X_train, X_test = tables(t.rng, *sizes)
        got, _ = normalized(t, X_train, X_test)
        require_line(Line(X_train, got, "training"), X_train, X_test, t)
    if re.search(r"Scaler|\bscale\(|zscore", t.source):
        text = "A ready-made scaler does it; by hand, you see the two statistics and where they come from."
        t.remark("ready-made", text)


@check
def test_columns(t: Trial) -> None:
    """The test set is treated with the mean and the deviation of the training set."""
    for sizes in SIZES:
        X_train, X_test = tables(t.rng, *sizes)
        train, test = normalized(t, X_train, X_test)
        line = Line(X_test, test, "test")
        if shape_of(train) == shape_of(test) and np.allclose(train, test):
            raise Failure("Both tables are the same.", "Which table do you transform?", "training-set-twice")
        require_line(line, X_train, X_test, t)
    one, want = X_test[:1], (X_test[:1] - line.shift) / line.scale
    t.same(normalized(t, X_train, one)[1], want, rtol=1e-2, atol=1e-2, what="the test set of one image")


def with_constants(rng: np.random.Generator, other: bool) -> tuple[Any, Any]:
    """Tables with pixels that never vary in the training set; in the test set they do if `other`."""
    X_train, X_test = tables(rng, 19, 7, 6)
    for column, value in CONSTANT.items():
        X_train[:, column] = value
        X_test[:, column] = value + (rng.integers(0, 5, len(X_test)) if other else 0)
    return X_train, X_test


@check
def constant_columns(t: Trial) -> None:
    """A pixel that never varies in the training set becomes 0 there, and a finite number in the test set."""
    columns = list(CONSTANT)
    for other in (False, True):
        X_train, X_test = with_constants(t.rng, other)
        train, test = normalized(t, X_train, X_test)
        warned = any("divide" in text or "invalid" in text for text in t.last.warnings)
        about_lost(train, test)
        about_zeros(train[:, columns], "training")
        if not other:
            about_zeros(test[:, columns], "test")
        elif (test[:, columns] < 0).any():
            raise Failure(
                "A pixel that is brighter in the test set than it ever was in the training set becomes negative.",
                "What do you divide by where the deviation is 0? Something below 0?",
                "negative-divisor",
            )
        elif np.abs(test[:, columns]).max() > 1e12:
            text = "A pixel that is constant in training but not in the test becomes gigantic; a divisor of 1 is kinder."
            t.remark("huge-values", text)
        elif warned:
            text = "The result is right, but NumPy warned of a division by 0 on the way: avoid it, do not mend it."
            t.remark("division-warning", text)
        rest = [j for j in range(X_train.shape[1]) if j not in CONSTANT]
        for x, out, name in ((X_train, train, "training"), (X_test, test, "test")):
            require_line(Line(x[:, rest], out[:, rest], name), X_train[:, rest], X_test[:, rest], t)


def about_lost(train: Any, test: Any) -> None:
    """Failure if a value is nan or infinite."""
    for part, name in ((train, "training"), (test, "test")):
        lost = ~np.isfinite(part)
        if lost.any():
            column = int(np.flatnonzero(lost.any(axis=0))[0])
            seen = f"In the {name} set, {int(lost.sum())} values are nan or infinite, the first in column {column}."
            raise Failure(
                f"You divide by a deviation of 0. {seen} That pixel has the same value in all training images.",
                "A number that is tiny, or 1 in place of the 0, keeps the division honest.",
                "zero-deviation",
                seen=seen,
            )


def about_zeros(part: Any, name: str) -> None:
    """Failure unless all of these values are 0."""
    if np.abs(part).max() > 1e-6:
        seen = f"In the {name} set, a pixel that always has the same value becomes {np.abs(part).max():.4g}, not 0."
        look = "What is x minus the mean for such a pixel? Whatever it is divided by, that should come out."
        raise Failure(seen, look, "constant-columns-not-zero")


def by(X_train: Any, X_test: Any, mean: Any, std: Any) -> tuple[Any, Any]:
    """Both tables, shifted and scaled alike."""
    return (X_train - mean) / std, (X_test - mean) / std


def safe_std(X: Any) -> Any:
    """The deviations of the columns, with 1 in place of 0."""
    std = X.std(axis=0)
    return np.where(std == 0, 1.0, std)


def own(X: Any) -> Any:
    """A table normalized with its own statistics."""
    return (X - X.mean(axis=0)) / safe_std(X)


@misconception("normalize", look="the order of the two results")
def returned_in_the_other_order(X_train, X_test):
    """You return the two tables in the other order."""
    return by(X_train, X_test, X_train.mean(axis=0), safe_std(X_train))[::-1]


@misconception("normalize", look="which table stands in the second formula")
def training_set_twice(X_train, X_test):
    """You transform the training set twice, and the test set never."""
    return own(X_train), own(X_train)


@misconception("normalize", look="which table's statistics enter the second formula")
def statistics_of_the_test_set(X_train, X_test):
    """You normalize the test set with its own statistics."""
    return own(X_train), own(X_test)


@misconception("normalize", look="which table's mean enters the second formula")
def mean_of_the_test_set(X_train, X_test):
    """You subtract from the test set its own mean."""
    return own(X_train), (X_test - X_test.mean(axis=0)) / safe_std(X_train)


@misconception("normalize", look="which table's deviation enters the second formula")
def deviation_of_the_test_set(X_train, X_test):
    """You divide the test set by its own deviation."""
    return own(X_train), (X_test - X_train.mean(axis=0)) / safe_std(X_test)


@misconception("normalize", look="the table from which you take the statistics")
def statistics_of_both_sets(X_train, X_test):
    """You take the statistics of both sets together: the test set leaks into them."""
    both = np.vstack([X_train, X_test])
    return by(X_train, X_test, both.mean(axis=0), safe_std(both))


@misconception("normalize", look="whether a name still means what it meant when you use it the second time")
def test_set_left_as_it_was(X_train, X_test):
    """Your test set comes back unchanged: it is not transformed, or with the statistics of a training set that is
    normalized already, which are 0 and 1."""
    return own(X_train), X_test


@misconception("normalize", look="the second formula: is all of it there?")
def test_set_not_divided(X_train, X_test):
    """You subtract the mean from the test set, but do not divide it by the deviation."""
    return own(X_train), X_test - X_train.mean(axis=0)


@misconception("normalize", look="the axis of the mean and of the deviation: one for each pixel is asked for")
def one_mean_for_all_pixels(X_train, X_test):
    """You take one mean and one deviation over the whole table, for all pixels alike."""
    return by(X_train, X_test, X_train.mean(), X_train.std())


@misconception("normalize", look="the axis of the deviation")
def one_deviation_for_all_pixels(X_train, X_test):
    """You take one deviation over the whole table, for all pixels alike."""
    return by(X_train, X_test, X_train.mean(axis=0), X_train.std())


@misconception("normalize", look="the axis of the mean")
def mean_of_the_whole_table(X_train, X_test):
    """You take one mean over the whole table, for all pixels alike."""
    return by(X_train, X_test, X_train.mean(), safe_std(X_train))


@misconception("normalize", look="the axis: the images have to disappear, not the pixels")
def each_image_by_itself(X_train, X_test):
    """You normalize each image by itself, over its pixels."""
    return own(X_train.T).T, own(X_test.T).T


@misconception("normalize", look="the denominator")
def centred_only(X_train, X_test):
    """You subtract the mean, but do not divide by the deviation."""
    return by(X_train, X_test, X_train.mean(axis=0), 1)


@misconception("normalize", look="the numerator")
def scaled_only(X_train, X_test):
    """You divide by the deviation, but do not subtract the mean."""
    return by(X_train, X_test, 0, safe_std(X_train))


@misconception("normalize", look="the difference between a variance and a standard deviation")
def divided_by_the_variance(X_train, X_test):
    """You divide by the variance: the root is missing."""
    return by(X_train, X_test, X_train.mean(axis=0), safe_std(X_train) ** 2)


@misconception("normalize", look="the operator before the deviation")
def multiplied_by_the_deviation(X_train, X_test):
    """You multiply by the deviation instead of dividing by it."""
    return by(X_train, X_test, X_train.mean(axis=0), 1 / safe_std(X_train))


@misconception("normalize", look="what is divided: Python divides before it subtracts")
def parentheses_missing(X_train, X_test):
    """You divide the mean only, not the difference: parentheses are missing."""
    quotient = X_train.mean(axis=0) / safe_std(X_train)
    return X_train - quotient, X_test - quotient


@misconception("normalize", look="the two statistics that the formula names")
def min_max_scaling(X_train, X_test):
    """You scale each pixel to the range from 0 to 1; mean and deviation are asked for."""
    span = np.ptp(X_train, axis=0)
    return by(X_train, X_test, X_train.min(axis=0), np.where(span == 0, 1, span))


@misconception("normalize", look="the two statistics that the formula names")
def scaled_by_a_constant(X_train, X_test):
    """You divide all pixels by the same number."""
    return X_train / 16, X_test / 16


@misconception("normalize", look="the two statistics that the formula names")
def divided_by_the_maximum(X_train, X_test):
    """You divide each pixel by its largest value; mean and deviation are asked for."""
    largest = X_train.max(axis=0)
    return by(X_train, X_test, 0, np.where(largest == 0, 1, largest))


@misconception("normalize", look="the two statistics that the formula names")
def median_instead_of_the_mean(X_train, X_test):
    """You subtract the median instead of the mean."""
    return by(X_train, X_test, np.median(X_train, axis=0), safe_std(X_train))


@misconception("normalize", look="what a standard deviation is: a root of a mean of squares")
def mean_absolute_deviation(X_train, X_test):
    """You divide by the mean absolute deviation; the standard deviation is asked for."""
    mean = X_train.mean(axis=0)
    spread = np.abs(X_train - mean).mean(axis=0)
    return by(X_train, X_test, mean, np.where(spread == 0, 1, spread))


@misconception("normalize", look="the sign in front of the mean")
def mean_added(X_train, X_test):
    """You add the mean instead of subtracting it."""
    return by(X_train, X_test, -X_train.mean(axis=0), safe_std(X_train))


@misconception("normalize", look="which of the two is subtracted from the other")
def sign_flipped(X_train, X_test):
    """You subtract the pixels from the mean: the sign is turned round."""
    return by(X_train, X_test, X_train.mean(axis=0), -safe_std(X_train))


@misconception("normalize", look="the size of the tiny number beside the smallest honest deviation")
def eps_too_large(X_train, X_test):
    """You add so much to the deviation that every pixel changes, most of all those that hardly vary."""
    return by(X_train, X_test, X_train.mean(axis=0), X_train.std(axis=0) + 1e-3)


@misconception("normalize", look="the sign in front of the tiny number")
def negative_divisor(X_train, X_test):
    """You subtract the tiny number, so that you divide by a negative one where the deviation is 0."""
    return by(X_train, X_test, X_train.mean(axis=0), X_train.std(axis=0) - 1e-8)


@misconception("normalize", look="which deviations need help: those of exactly 0, or all small ones?")
def deviations_below_one_lifted(X_train, X_test):
    """You replace all deviations below 1, not only those of 0."""
    return by(X_train, X_test, X_train.mean(axis=0), np.maximum(X_train.std(axis=0), 1))


@misconception(
    "normalize", look="the deviation of a pixel that is 0 in every image, and what you divide by it"
)
def zero_deviation(X_train, X_test):
    """You divide by a deviation of 0: pixels that never vary become nan or infinite."""
    with np.errstate(all="ignore"):
        return by(X_train, X_test, X_train.mean(axis=0), X_train.std(axis=0))


@misconception("normalize", look="the number of columns that come back")
def constant_columns_dropped(X_train, X_test):
    """You drop the pixels that never vary."""
    keep = X_train.std(axis=0) > 0
    return by(X_train[:, keep], X_test[:, keep], X_train[:, keep].mean(axis=0), X_train[:, keep].std(axis=0))


@misconception(
    "normalize", look="what you do with the pixels that never vary: the mean is subtracted from them, too"
)
def constant_columns_not_zero(X_train, X_test):
    """You leave the pixels that never vary as they were."""
    train, test = by(X_train, X_test, X_train.mean(axis=0), safe_std(X_train))
    constant = X_train.std(axis=0) == 0
    train[:, constant], test[:, constant] = X_train[:, constant], X_test[:, constant]
    return train, test


@misconception("normalize", look="where you round")
def rounded(X_train, X_test):
    """You round the result."""
    train, test = by(X_train, X_test, X_train.mean(axis=0), safe_std(X_train))
    return train.round(2), test.round(2)


@misconception("normalize", look="what you do after the division")
def clipped(X_train, X_test):
    """You clip the result."""
    train, test = by(X_train, X_test, X_train.mean(axis=0), safe_std(X_train))
    return np.clip(train, -1, 1), np.clip(test, -1, 1)


@misconception("normalize", look="how many values stand after `return`")
def not_two_tables(X_train, X_test):
    """You return the training set only."""
    return own(X_train)


def zeros_and_ones() -> tuple[Any, Any]:
    """288 training and 72 test images of the digits 0 and 1, as question 1 splits them."""
    first = solution(__file__, "q01_split")
    X_train, X_test, _, _ = first.split_digits(*digits())
    return X_train, X_test


@prediction
def constant_pixels(t: Trial) -> float:
    X_train, _ = zeros_and_ones()
    return float((X_train.max(axis=0) == X_train.min(axis=0)).sum())


@prediction
def statistics(t: Trial) -> tuple[int, ...]:
    return tuple(zeros_and_ones()[0].mean(axis=0).shape)


@prediction
def test_mean(t: Trial) -> str:
    largest = float(np.abs(normalized(t, *zeros_and_ones())[1].mean(axis=0)).max())
    return "zero" if largest < 1e-6 else "near" if largest < 1 else "far"


@figure
def means_and_deviations(t: Trial) -> Iterator[Figure]:
    X_train, X_test = zeros_and_ones()
    train, test = normalized(t, X_train, X_test)
    yield Curves(
        "Deviation of each of the 64 pixels, training set",
        (Series("before", tuple(X_train.std(axis=0))), Series("after", tuple(train.std(axis=0)))),
        x_label="pixel",
    )
    yield Curves(
        "Mean of each of the 64 pixels, after normalizing",
        (Series("training", tuple(train.mean(axis=0))), Series("test", tuple(test.mean(axis=0)))),
        x_label="pixel",
    )
