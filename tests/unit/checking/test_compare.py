"""Right values pass in any style; wrong ones are told apart by what they look like."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tutor.checking.compare import Comparison, Failure
from tutor.checking.wire import Handle

X = np.arange(12.0).reshape(4, 3) ** 1.5 + 0.1
V = np.array([0.3, -1.2, 2.5, 0.7, 4.1])


def compare(got: Any, want: Any, **inputs: Any) -> dict[str, str]:
    remarks: dict[str, str] = {}
    Comparison(1e-7, 1e-9, inputs, remarks.setdefault)(got, want, "the result")  # type: ignore[arg-type]
    return remarks


@pytest.mark.parametrize(
    ("got", "want"),
    [
        (2.5, 2.5),
        (np.float32(2.5), 2.5),
        (np.array(2.5), 2.5),
        (3, 3.0),
        (V.astype(np.float64), V),
        ([1, 2.0, 3], [1.0, 2.0, 3.0]),
        (np.array([1.0, 2.0]), [1.0, 2.0]),
        ({0.1: [1.0], 1.0: [2.0]}, {1.0: [2.0], 0.1: [1.0]}),
        ([V, X], (V, X)),
    ],
)
def test_the_same_value_passes_in_any_natural_form(got: Any, want: Any) -> None:
    """Scalars of any kind, lists or arrays for lists, tuples or lists for tuples: no remark, no failure."""
    assert compare(got, want) == {}


@pytest.mark.parametrize(
    ("got", "want", "remark"),
    [
        (list(V), V, "list-not-array"),
        (np.array([2.5]), 2.5, "one-element-array"),
        (np.array([True, False]), np.array([1, 0]), "truth-values"),
    ],
)
def test_a_matter_of_style_is_a_remark(got: Any, want: Any, remark: str) -> None:
    """What differs in form only passes with advice."""
    assert list(compare(got, want)) == [remark]


@pytest.mark.parametrize(
    ("got", "want", "slug", "words"),
    [
        (-V, V, "opposite-sign", "opposite sign"),
        (4 * X, X, "times-n", "4 times too large: as many as `X` has rows"),
        (X / 3, X, "divided-by-n", "3 times too small"),
        (2 * V, V, "twice", "twice"),
        (3.7 * V, V, "constant-factor", "3.7 times"),
        (X, V[:4], "wrong-shape", "(4, 3)"),
        (V[:, None], V, "extra-axis", "axis of length 1"),
        (X.T, X, "transposed", "transposed"),
        (V.mean(), V, "averaged-away", "mean of the values"),
        (V, V.mean(), "not-averaged", "one value for each sample"),
        (np.full(4, V.mean()), V.mean(), "wrong-shape", "(4,)"),  # nothing was left out: no mean is missing
        (V[::-1], V, "reversed", "reverse order"),
        (np.sort(V), V, "permuted", "another order"),
        (V + 1, V, "constant-offset", "1 too large"),
        (np.full(5, 0.5), V, "constant", "0.5 everywhere"),
        (np.where(V > 4, np.nan, V), V, "not-finite", "1 of 5 values are nan"),
        (np.array([0.3, 0, 0, 0, 0]), V, "first-only", "Only the first"),
        (np.round(V * 1.01, 1), V * 1.01, "rounded", "rounded"),
        (np.outer(V, V), V, "broadcast-square", "broadcast"),
    ],
)
def test_general_relations_are_recognised(got: Any, want: Any, slug: str, words: str) -> None:
    """Without any list of mistakes a factor, a sign, an order or a shape is named."""
    with pytest.raises(Failure) as caught:
        compare(got, want, X=X)
    assert caught.value.misconception == slug
    assert words in caught.value.rationale


def test_a_result_that_is_an_input_is_named() -> None:
    """An argument handed back untouched is recognised by its name."""
    with pytest.raises(Failure, match="`X` itself"):
        compare(X, X * 2 + np.arange(3), X=X)


@pytest.mark.parametrize(
    ("got", "want", "words"),
    [
        (None, V, "None"),
        ("0.5", 0.5, "the text '0.5'"),
        (True, 0.5, "the truth value True"),
        (Handle("generator", (), 1), V, "generator"),
        (Handle("function", (), 1), V, "parentheses"),
        (Handle("numpy.ndarray", (), 1), V, "type object"),
        (V * 1j, V, "complex"),
        ((V, V), V, "list|tuple"),
        (V, (V, V), "2 values are asked for"),
        ({"a": 1}, {0.1: 1}, "keys"),
    ],
)
def test_another_kind_of_value_is_described(got: Any, want: Any, words: str) -> None:
    """Type and form come first, in words, before any number is compared."""
    with pytest.raises(Failure, match=words):
        compare(got, want)


def test_the_worst_value_is_shown_with_its_place_and_never_the_right_one() -> None:
    """How many differ, the worst index, the learner's value there, how far off; not the right number."""
    got = V.copy()
    got[2] = 9.75
    with pytest.raises(Failure) as caught:
        compare(got, V)
    assert "1 of 5 values differ" in caught.value.rationale
    assert "index 2, where you have 9.75" in caught.value.rationale
    assert "2.5" not in caught.value.rationale.replace("9.75", "")
