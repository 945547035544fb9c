"""Answers are read with sense: many ways to write a number or a shape, and a wrong form is explained."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.answers import Misread, matches, show, understand
from tutor.model import Option, Prediction, PredictionKind


def prediction(kind: PredictionKind, tolerance: float = 0.0) -> Prediction:
    """A prediction of some kind."""
    options = (
        Option("up", "Upwards for ever"),
        Option("down", "Downwards"),
        Option("flat", "Down to a plain"),
    )
    return Prediction("x", kind, "What?", options if kind in ("choice", "curve") else (), tolerance)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.69", 0.69),
        (" -1 ", -1),
        ("−1", -1),
        ("1e-3", 0.001),
        ("ln 2", math.log(2)),
        ("ln(2)", math.log(2)),
        ("log(2)", math.log(2)),
        ("np.log(2)", math.log(2)),
        ("-log2 8", -3),
        ("2/3", 2 / 3),
        ("2^10", 1024),
        ("10 ** 3", 1000),
        ("3 × 4", 12),
        ("sqrt 2", math.sqrt(2)),
        ("2410", 2410),
        ("2 410", 2410),
        ("0,69", 0.69),
        ("97 %", 0.97),
        ("pi/2", math.pi / 2),
        ("inf", math.inf),
        ("-∞", -math.inf),
        ("≈ 0.69", 0.69),
        ("1 + 2 * 3", 7),
    ],
)
def test_numbers_are_understood(text: str, value: float) -> None:
    """Decimals, fractions, powers, logarithms, per cent and a decimal comma all mean a number."""
    assert understand(prediction("number"), text) == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "twelve",
        "",
        "1 2",
        "__import__('os')",
        "9**9**9**9",
        "1/0",
        "ln(-1)",
        "True",
        "(1).real",
        "[1]",
        "1" * 99,
        "f(2)",
    ],
)
def test_what_is_no_number_is_explained(text: str) -> None:
    """Nothing else is ever evaluated, and the sentence says what to write."""
    found = understand(prediction("number"), text)
    assert isinstance(found, Misread) and found.sentence.endswith(".")


@given(st.text(max_size=60))
def test_any_text_is_read_or_explained(text: str) -> None:
    """No answer can make the tutor stumble."""
    for kind in ("number", "shape", "choice", "text"):
        assert understand(prediction(kind), text) is not None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    ["(288, 64)", "(288,64)", "288, 64", "288x64", "288 x 64", "288×64", "[288, 64]", "torch.Size([288, 64])",
     "288 64", "288 by 64", "(288, 64,)", "shape (288, 64)"],
)  # fmt: skip
def test_shapes_are_understood(text: str) -> None:
    """With or without brackets, commas, crosses and the word itself."""
    assert understand(prediction("shape"), text) == (288, 64)


@pytest.mark.parametrize(("text", "value"), [("(64,)", (64,)), ("64", (64,)), ("()", ()), ("( )", ())])
def test_vectors_and_scalars_have_shapes(text: str, value: tuple[int, ...]) -> None:
    """One size is a vector; none is a single number."""
    assert understand(prediction("shape"), text) == value


@pytest.mark.parametrize("text", ["n by d", "(288, -1)", "2.5", "a lot", ")"])
def test_what_is_no_shape_is_explained(text: str) -> None:
    """The sentence shows the form."""
    found = understand(prediction("shape"), text)
    assert isinstance(found, Misread) and "(120, 5)" in found.sentence


@pytest.mark.parametrize(
    ("text", "key"),
    [("up", "up"), ("2", "down"), ("c", "flat"), ("b)", "down"), ("Downw", "down"), ("UP", "up")],
)
def test_options_are_named_in_many_ways(text: str, key: str) -> None:
    """By key, number, letter or the beginning of the text."""
    assert understand(prediction("choice"), text) == key


@pytest.mark.parametrize("text", ["4", "down to", "sideways", "0"])
def test_what_is_no_option_is_explained(text: str) -> None:
    """Except that an unambiguous beginning is one."""
    found = understand(prediction("choice"), text)
    assert found == "flat" if text == "down to" else isinstance(found, Misread)


@pytest.mark.parametrize(
    ("kind", "value", "actual", "right"),
    [
        ("number", 0.69, 0.6931, True),
        ("number", 0.70, 0.6931, True),
        ("number", 0.71, 0.6931, False),
        ("number", 0.0, 0.0, True),
        ("number", 0.011, 0.0, False),
        ("number", math.inf, math.inf, True),
        ("number", 1.0, math.nan, False),
        ("number", 1.0, "one", False),
        ("shape", (288, 64), [288, 64], True),
        ("shape", (64, 288), (288, 64), False),
        ("choice", "up", "up", True),
        ("text", "tensor([1, 2])", "tensor([1,2])\n", True),
        ("text", '"Yes"', "yes", True),
        ("text", "no", "yes", False),
    ],
)
def test_answers_are_compared_with_sense(kind: PredictionKind, value: Any, actual: Any, right: bool) -> None:
    """Numbers within the tolerance, texts without regard to spaces, case and quotes."""
    assert matches(prediction(kind, 0.01), value, actual) is right


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("shape", [288, 64], "(288, 64)"),
        ("shape", (64,), "(64,)"),
        ("number", 0.693147, "0.6931"),
        ("number", 2410.0, "2410"),
        ("number", 45, "45"),
        ("choice", "up", "Upwards for ever"),
        ("text", "x", "x"),
    ],
)
def test_values_are_shown_as_learners_write_them(kind: PredictionKind, value: Any, words: str) -> None:
    """Shapes in brackets, numbers short, options by their text."""
    assert show(prediction(kind), value) == words
