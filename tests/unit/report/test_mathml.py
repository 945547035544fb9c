"""Formulas as MathML: well-formed, complete, and every formula of every lab is one."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from tutor.content import lab_names, load_lab
from tutor.places import labs_folder
from tutor.report.mathml import mathml
from tutor.report.prose import to_html
from tutor.statement import formulas

LABS = [load_lab(labs_folder() / name) for name in lab_names()]
FOUND = {
    formula.latex: formula.displayed
    for lab in LABS
    for question in lab.questions
    for text in (
        question.statement,
        question.explanation.model_answer,
        *(p.ask for p in question.predictions),
    )
    for formula in formulas(text)
}


def text_of(latex: str, *, displayed: bool = False) -> str:
    """All characters of a formula in order."""
    return "".join(ElementTree.fromstring(mathml(latex, displayed=displayed)).itertext())


@pytest.mark.parametrize("latex", FOUND)
def test_every_formula_of_every_lab(latex: str) -> None:
    """It is MathML, not its source, and it is well-formed."""
    made = mathml(latex, displayed=FOUND[latex])
    assert made.startswith("<math")
    ElementTree.fromstring(made)


@pytest.mark.parametrize(
    ("latex", "tag", "text"),
    [
        (r"\frac{1}{1 + e^{-z}}", "mfrac", "11+e−z"),
        (r"w_{t+1}^2", "msubsup", "wt+12"),
        (r"\sqrt{x}", "msqrt", "x"),
        (r"\sqrt[3]{x}", "mroot", "x3"),
        (r"\hat y", "mover", "y^"),
        (r"\left[ a \right]", "mrow", "[a]"),
        (r"\begin{cases} 1 & a < b \\ 0 & \text{else} \end{cases}", "mtable", "{1a<b0else"),
    ],
)
def test_kinds_of_formulas(latex: str, tag: str, text: str) -> None:
    """Each becomes the element made for it, and no character is lost."""
    assert f"<{tag}" in mathml(latex)
    assert text_of(latex) == text


def test_limits_stand_above_and_below_when_displayed() -> None:
    """And beside the sign in a line of text."""
    assert "<munderover>" in mathml(r"\sum_{i=1}^n x_i", displayed=True)
    assert "<msubsup>" in mathml(r"\sum_{i=1}^n x_i")


def test_what_is_outside_the_subset_is_shown_as_its_source() -> None:
    """Escaped."""
    assert mathml(r"\unknown<b>") == r"<code>\unknown&lt;b&gt;</code>"


def test_markdown_with_formulas() -> None:
    """Inline and displayed ones; raw HTML of an author is text."""
    html = to_html("It is $x$:\n\n$$y$$\n\n- `code`\n- <b>no</b>\n")
    assert "<math><mi>x</mi></math>" in html
    assert '<math display="block"><mi>y</mi></math>' in html
    assert "&lt;b&gt;no" in html
