"""General relations between a wrong result and the right one, which need no list of misconceptions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from tutor.records import record


@record
class Relation:
    """A recognised relation: its slug, the sentence that names it, and what to look at."""

    slug: str
    sentence: str
    look: str


def between(mine: Any, right: Any, inputs: Mapping[str, Any], rtol: float, atol: float) -> Relation | None:
    """The relation of two arrays of one shape, the most telling first; None if none is known."""
    rtol, atol = max(rtol, 1e-6), max(atol, 1e-9)

    def same(a: Any, b: Any) -> bool:
        return bool(np.shape(a) == np.shape(b) and np.allclose(a, b, rtol=rtol, atol=atol))

    with np.errstate(all="ignore"):
        for find in (_lost, _of_input, _simple, _factor, _ordered, _partly):
            found = find(mine, right, inputs, same)
            if found:
                return found
    return None


def _lost(mine: Any, right: Any, inputs: Mapping[str, Any], same: Any) -> Relation | None:
    lost = ~np.isfinite(mine) & np.isfinite(right)
    if not lost.any():
        return None
    kind = "nan" if np.isnan(mine[lost]).any() else "infinite"
    return Relation(
        "not-finite",
        f"{int(lost.sum())} of {mine.size} values are {kind}.",
        "Which operation overflows, divides by zero or takes the log of zero on such inputs?",
    )


def _of_input(mine: Any, right: Any, inputs: Mapping[str, Any], same: Any) -> Relation | None:
    for name, value in inputs.items():
        if (
            isinstance(value, np.ndarray)
            and value.dtype.kind in "biuf"
            and value.size > 1
            and same(mine, value)
        ):
            return Relation(
                "returns-its-input", f"Your result is `{name}` itself, unchanged.", "What happens to it?"
            )
    return None


def _simple(mine: Any, right: Any, inputs: Mapping[str, Any], same: Any) -> Relation | None:
    if same(mine, -right):
        return Relation(
            "opposite-sign",
            "Your result has the opposite sign.",
            "A minus sign, or the order of a difference.",
        )
    if right.size > 1 and np.ptp(right) > 0 and np.ptp(mine) == 0:
        return Relation(
            "constant",
            f"Your result is {mine.flat[0]:.6g} everywhere, whatever the input.",
            "Which input is never used?",
        )
    if same(mine, 1 - right):
        return Relation(
            "complement", "Your result is 1 minus what it should be.", "Which of the two classes is meant?"
        )
    for power, name in ((2, "squared"), (0.5, "under a square root")):
        if (right >= 0).all() and same(mine, right**power) and right.size > 2:
            return Relation(
                "power", f"Your result is the right one {name}.", "One power too many or too few."
            )
    for places in (0, 1, 2, 3, 4):
        if mine.size > 2 and same(mine, np.round(right, places)):
            return Relation("rounded", "Your result is rounded.", "Leave rounding to the moment of printing.")
    gap = mine - right
    if right.size > 2 and np.ptp(gap) <= 1e-9 * max(1.0, float(np.abs(gap).max())):
        return Relation(
            "constant-offset",
            f"Every value is {gap.flat[0]:.6g} too large."
            if gap.flat[0] > 0
            else f"Every value is {-gap.flat[0]:.6g} too small.",
            "Which term is added that should not be, or is missing?",
        )
    return None


def _factor(mine: Any, right: Any, inputs: Mapping[str, Any], same: Any) -> Relation | None:
    where = np.abs(right) > 1e-12
    if not where.any() or (right.size > 1 and where.sum() < 2):
        return None
    ratios = mine[where] / right[where]
    factor = float(np.median(ratios))
    if not np.isfinite(factor) or abs(factor) < 1e-12 or not same(mine, factor * right):
        return None
    for value, slug, words, look in _known_factors(inputs):
        if abs(factor / value - 1) < 1e-5:
            return Relation(slug, words, look)
    if right.size == 1:
        return None
    return Relation(
        "constant-factor",
        f"Your result is {factor:.6g} times what it should be, everywhere.",
        "Which constant is extra, or missing, in your formula?",
    )


def _known_factors(inputs: Mapping[str, Any]) -> Iterator[tuple[float, str, str, str]]:
    for name, value in inputs.items():
        for axis, n in enumerate(np.shape(value) if isinstance(value, np.ndarray) else ()):
            if n > 2:
                many = "rows" if axis == 0 else "columns"
                yield (
                    n,
                    "times-n",
                    f"Your result is {n} times too large: as many as `{name}` has {many}.",
                    "A sum where a mean is asked for: the missing 1/n.",
                )
                yield (
                    1 / n,
                    "divided-by-n",
                    f"Your result is {n} times too small: as many as `{name}` has {many}.",
                    "A division by n too many.",
                )
                yield (
                    -n,
                    "times-n",
                    f"Your result is {n} times too large, with the opposite sign.",
                    "The missing 1/n, and a sign.",
                )
                yield (
                    -1 / n,
                    "divided-by-n",
                    f"Your result is {n} times too small, with the opposite sign.",
                    "A division by n too many, and a sign.",
                )
                if n > 3:
                    yield (
                        n / (n - 1),
                        "divided-by-n-minus-1",
                        "You divide by n - 1 where n is asked for.",
                        "How many samples are averaged?",
                    )
    yield (
        2,
        "twice",
        "Your result is twice what it should be.",
        "Where does a factor 2 come from? A square's derivative brings one.",
    )
    yield 0.5, "half", "Your result is half of what it should be.", "Where does a factor 1/2 come from?"
    yield -2, "twice", "Your result is minus twice what it should be.", "A factor 2 and a sign."
    yield (
        float(1 / np.log(2)),
        "log-base-2",
        "Your logarithm is the one of base 2.",
        "Which function of NumPy is the natural logarithm?",
    )
    yield (
        float(1 / np.log(10)),
        "log-base-10",
        "Your logarithm is the one of base 10.",
        "Which function of NumPy is the natural logarithm?",
    )
    yield (
        100,
        "percent",
        "Your result is 100 times too large: a percentage.",
        "A fraction between 0 and 1 is asked for.",
    )


def _ordered(mine: Any, right: Any, inputs: Mapping[str, Any], same: Any) -> Relation | None:
    if right.ndim == 2 and right.shape[0] == right.shape[1] and same(mine, right.T):
        return Relation("transposed", "Your result is transposed.", "Which axis is the samples'?")
    if right.size > 3 and same(mine, right[::-1]):
        return Relation(
            "reversed", "Your result is in reverse order.", "In which order do you go through the rows?"
        )
    if right.size > 3 and same(mine[1:], right[:-1]):
        return Relation("off-by-one", "Your values come one step late.", "What is stored first?")
    if right.size > 3 and same(mine[:-1], right[1:]):
        return Relation("off-by-one", "Your values come one step early.", "What is stored first?")
    if right.size > 3 and np.ptp(right) > 0 and same(np.sort(mine, axis=None), np.sort(right, axis=None)):
        return Relation(
            "permuted",
            "Your values are right but in another order.",
            "What is sorted or shuffled on the way?",
        )
    return None


def _partly(mine: Any, right: Any, inputs: Mapping[str, Any], same: Any) -> Relation | None:
    if right.ndim == 0 or right.shape[0] < 3:
        return None
    rows = np.isclose(mine, right, rtol=1e-6, atol=1e-9).reshape(len(right), -1).all(axis=1)
    if rows[0] and not rows[1:].any():
        return Relation(
            "first-only",
            "Only the first value is right.",
            "Does your loop return too early, or write to one place only?",
        )
    if rows[-1] and not rows[:-1].any():
        return Relation(
            "last-only",
            "Only the last value is right.",
            "Does each turn of your loop overwrite what the one before wrote?",
        )
    if not rows[0] and rows[1:].all():
        return Relation("first-wrong", "All values but the first are right.", "Where does your loop start?")
    if not rows[-1] and rows[:-1].all():
        return Relation("last-wrong", "All values but the last are right.", "Where does your loop stop?")
    return None


def between_shapes(mine: Any, right: Any, rtol: float, atol: float) -> Relation | None:
    """The relation of two arrays of different shapes; None if none is known."""

    def same(a: Any, b: Any) -> bool:
        return bool(
            np.shape(a) == np.shape(b) and np.allclose(a, b, rtol=max(rtol, 1e-6), atol=max(atol, 1e-9))
        )

    if mine.size == right.size and mine.ndim > right.ndim and mine.squeeze().shape == right.squeeze().shape:
        return Relation(
            "extra-axis",
            "Your result has an axis of length 1 too many.",
            "A column (n, 1) is not a vector (n,): where does the axis come from?",
        )
    if mine.ndim == right.ndim == 2 and mine.shape == right.T.shape:
        return Relation("transposed", "Your result is transposed.", "Which axis is the samples'?")
    if mine.ndim == 0 and same(mine, right.mean()):
        return Relation(
            "averaged-away",
            "Your result is the mean of the values asked for.",
            "Average over which axis, if any?",
        )
    if mine.ndim == 0 and same(mine, right.sum()):
        return Relation(
            "summed-away", "Your result is the sum of the values asked for.", "Sum over which axis, if any?"
        )
    if (
        right.ndim == 0
        and mine.size > 1
        and not same(mine, np.full(mine.shape, right))
        and same(mine.mean(), right)
    ):
        return Relation(
            "not-averaged",
            "You return one value for each sample; their mean is asked for.",
            "What is done with them at the end?",
        )
    if right.ndim == 1 and mine.ndim == 1 and 0 < len(mine) < len(right) and same(mine, right[: len(mine)]):
        return Relation(
            "too-short",
            f"You return the first {len(mine)} of {len(right)} values only.",
            "Where does your loop or slice stop?",
        )
    if right.ndim == 1 and mine.ndim == 2 and mine.shape == (right.size, right.size):
        return Relation(
            "broadcast-square",
            "A vector met a column: NumPy broadcast them to a square.",
            "Which of your arrays has shape (n, 1)?",
        )
    return None
