"""Formulas mean on the screen what they mean in LaTeX."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tutor.mathbox import block, inline, problem, width

GOLDEN = (Path(__file__).parent / "golden" / "formulas.txt").read_text(encoding="utf-8")
ENTRIES = re.findall(r"^% (.+?)\n((?:  .*\n|\n)+?)= (.*)\n", GOLDEN, re.MULTILINE)


@pytest.mark.parametrize(("source", "displayed", "one_line"), ENTRIES, ids=[entry[0] for entry in ENTRIES])
def test_a_formula_is_drawn_as_agreed(source: str, displayed: str, one_line: str) -> None:
    """Every formula of the golden file has exactly the displayed and the inline form written there."""
    expected = [line[2:] for line in displayed.rstrip("\n").split("\n")]
    assert block(source) == expected
    assert inline(source) == one_line


@pytest.mark.parametrize(
    ("source", "one_line"),
    [
        (r"\frac{a+b}{c}", "(a + b)/c"),
        (r"\frac{a}{bc}", "a/(bc)"),
        (r"\frac{a}{b} c", "(a/b) c"),
        (r"c \, \frac{a}{b}", "c (a/b)"),
        (r"\frac{a}{b} + c", "a/b + c"),
        (r"\frac{(a-1)^2}{2}", "(a - 1)²/2"),
        (r"\frac{1}{(a-1)^2}", "1/(a - 1)²"),
        (r"\frac{1}{(a)(b)}", "1/((a)(b))"),
        (r"\frac{1}{\frac{a}{b}}", "1/(a/b)"),
        (r"\log \frac{a}{b}", "log (a/b)"),
        (r"{\frac{a}{b}}^2", "(a/b)²"),
        (r"{a+b}^2", "(a + b)²"),
        (r"{x^q}^2", "(x^q)²"),
        (r"e^{a+b} c", "eᵃ⁺ᵇc"),
        (r"e^{z_k} c", "e^(zₖ)c"),
        (r"x^q y", "x^q y"),
        (r"W_d x", "W_d x"),
        (r"\sqrt{ab}", "√(ab)"),
        (r"\sqrt{a} b", "√(a)b"),
        (r"\frac12", "1/2"),
        (r"x^10", "x¹0"),
    ],
)
def test_one_line_keeps_the_meaning(source: str, one_line: str) -> None:
    """A fraction, a root or a script on one line has the parentheses its meaning needs."""
    assert inline(source) == one_line


@pytest.mark.parametrize(
    ("source", "one_line"),
    [
        ("-x - y", "-x - y"),
        ("a = -b", "a = -b"),
        ("(-1, -2)", "(-1, -2)"),
        ("|-x| + |y|", "|-x| + |y|"),
        (r"\|x - y\|^2 - 1", "‖x - y‖² - 1"),
        ("P(y = 1 | x)", "P(y = 1 | x)"),
        (r"\{x : |x| < 1\}", "{x : |x| < 1}"),
        ("w^*", "w^*"),
        (r"2 \cdot -3", "2 · -3"),
        ("[0,1)", "[0, 1)"),
        ("f'(x)", "f′(x)"),
        ("x'_{ij}", "x′ᵢⱼ"),
        ("0.5x", "0.5x"),
    ],
)
def test_signs_and_bars_are_spaced_by_their_role(source: str, one_line: str) -> None:
    """A unary minus clings to its term; bars close around norms and stand alone for "given"."""
    assert inline(source) == one_line


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (r"\foo{x}", r"unknown command `\foo`"),
        (r"\frac{a", "expected `}`, found the end"),
        (r"a}", "`}` closes nothing"),
        (r"\left( x", r"expected `\right`, found the end"),
        (r"x^a^b", "two `^` on one thing"),
        (r"\begin{cases} x \end{matrix}", "`cases` is closed as `matrix`"),
        (r"\begin{tikz} x \end{tikz}", "unknown environment `tikz`"),
        (r"\frac", "a command or a script has nothing to apply to"),
        ("{" * 1000, "nested too deeply"),
    ],
)
def test_outside_the_subset_the_source_is_shown(source: str, reason: str) -> None:
    """What cannot be drawn is shown as it was written, and the author is told why."""
    assert problem(source) == reason
    assert inline(source) == source
    assert block(source) == [source]


def test_width_counts_columns_not_characters() -> None:
    """A hat adds no column."""
    assert width(r"\hat{\theta}") == 1
    assert width(r"\frac{1}{1 + e^{-z}}") == 9


COMMANDS = r"""
\frac \sqrt \hat \overline \sum \left( \right) \left\{ \right. \begin{cases} \end{cases} \begin{pmatrix}
\end{pmatrix} \underbrace \log \mathbb \text{a} \cdot \| \quad { } ^ _ & \\ ' | ( ) - = x 12 . ~ 𝔼 \foo \
\not \operatorname{f} \binom \limits
"""


@given(st.lists(st.sampled_from(COMMANDS.split()), max_size=25).map(" ".join))
def test_no_formula_crashes(source: str) -> None:
    """Any sequence of commands is drawn or shown as its source, never an exception."""
    assert cell_len(inline(source)) <= 40 * len(source) + 1
    assert max(map(cell_len, block(source))) == width(source)
