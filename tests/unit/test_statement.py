"""A statement says the same on the screen and in plain lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

import tutor
from tutor.statement import BLOCK_WIDTH, MATH, Formula, faults, formulas, parser, plain

LABS = Path(tutor.__file__).parent / "labs"
TEXT = r"""# A title

The loss of $x_i$ is
*small*, see `a $b$` and
[the page](https://example.org/page), **mind** q03_sigmoid.py.

$$\frac{1}{n}$$

1. one with $\frac{a}{b}$
   - deeper
2. two

> quoted

| name | value |
|------|------:|
| $\alpha$ | 0.5 |

```python
x  =  1
```
"""
PLAIN = """\
A title
-------

The loss of xᵢ is small, see `a $b$` and
the page (https://example.org/page),
mind q03_sigmoid.py.

     1
    ───
     n

1. one with a/b
   - deeper
2. two

> quoted

name  value
───────────
α       0.5

    x  =  1"""


def test_plain_text_keeps_the_structure() -> None:
    """Headings, lists, quotes, tables, code and formulas come out as text that reads the same."""
    assert plain(TEXT, 40) == PLAIN


def test_ascii_text_shows_formulas_as_their_source() -> None:
    """Without Unicode a formula is its LaTeX, which is unambiguous."""
    assert plain("Take $x^2$.\n\n$$\\frac{1}{n}$$", 40, ascii=True) == "Take $x^2$.\n\n    \\frac{1}{n}"


@pytest.mark.parametrize("width", [20, 37, 80])
def test_lines_fit_the_width_and_short_formulas_stay_whole(width: int) -> None:
    """No line is longer than asked, and no short formula is broken across two."""
    text = "Some words before it, then $a = b + c$ and `x + y` again. " * 9
    lines = plain(text, width).split("\n")
    assert max(map(cell_len, lines)) <= width
    assert sum(line.count("a = b + c") for line in lines) == 9
    assert all(line.count("`") % 2 == 0 for line in lines)


def test_the_parser_draws_formulas_for_the_screen() -> None:
    """Displayed formulas become fences marked as formulas, inline ones become text; code is left alone."""
    tokens = parser().parse("Take $x^2$ and `$y$`.\n\n$$\\frac{1}{n}$$")
    fence = next(token for token in tokens if token.type == "fence")
    assert (fence.info, fence.content) == (MATH, " 1\n───\n n\n")
    children = next(token for token in tokens if token.type == "inline").children or []
    assert [(child.type, child.content) for child in children] == [
        ("text", "Take "),
        ("text", "x²"),
        ("text", " and "),
        ("code_inline", "$y$"),
        ("text", "."),
    ]


def test_formulas_are_found_where_they_stand() -> None:
    """Displayed and inline formulas are told apart, and those in code are none."""
    assert formulas("A $b$ and `$c$`.\n\n$$d$$") == [Formula("b", False), Formula("d", True)]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (r"A $\foo$ b.", r"the formula `\foo` cannot be drawn: unknown command `\foo`"),
        ("$$" + "x + " * 14 + "x$$", "takes 57 columns, more than 52: break it in two"),
        ("It costs $5.", r"a dollar sign opens no formula in `It costs $5.`: write `\$` for the sign"),
    ],
)
def test_an_author_is_told_what_to_mend(text: str, fault: str) -> None:
    """A formula that cannot be drawn or is too wide, and a stray dollar sign, are named with the cure."""
    assert [fault in said for said in faults(text)] == [True]


def test_an_escaped_dollar_sign_is_no_fault() -> None:
    """A dollar sign written with a backslash, or in code, is meant."""
    assert faults(r"It costs \$5 in `$HOME`, or $x$.") == []


@pytest.mark.parametrize(
    "page", sorted(LABS.rglob("*.md")), ids=lambda page: f"{page.parent.name}/{page.stem}"
)
def test_the_formulas_of_every_lab_can_be_drawn(page: Path) -> None:
    """No page of a lab has a formula outside the subset, one wider than the pane, or a stray dollar sign."""
    assert BLOCK_WIDTH == 52
    assert faults(page.read_text(encoding="utf-8")) == []
