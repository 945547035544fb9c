"""A question's text is read into its parts, and whatever is wrong with it is said with line and remedy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tutor.errors import ContentError
from tutor.model import Explanation, Option
from tutor.question_file import read_question
from tutor.question_hints import code_lines

WHOLE = """\
+++
title = "The loss"
section = "1.3 Loss"
kind = "code"
engine = "numpy"
+++
Write it.

```python
## not a heading
### nor this
```

### A heading of the statement
More.

## Predict
### at_zero (number, 2%)
What is it at $w = 0$?
Why: Where does the number come from?
### curve (curve)
Which one?
- falling: steep, then flat [1 .6 .4]
- line: straight [1, .5, -1e-1]
### sizes (shape)
The shape?

## Hints
### *
1. First. Another way: think
   twice.
2. Second. Another way: `np.mean(x)` of it.
### sign-flipped
1. Look at the sign. Another way: try one.

## Explain
Why?
### Model answer
Because.
### Points
- one thing
- another
  that goes on

## Alternatives
Others.
"""


def question(tmp_path: Path, text: str = WHOLE) -> object:
    """Write and read a question, all of it."""
    path = tmp_path / "q05_loss.md"
    path.write_text(text, encoding="utf-8")
    found = read_question(path, 5)
    assert found.statement
    return found


def test_every_section_is_read(tmp_path: Path) -> None:
    """Statement, predictions, hints, explanation and alternatives arrive where they belong."""
    path = tmp_path / "q05_loss.md"
    path.write_text(WHOLE, encoding="utf-8")
    found = read_question(path, 5)
    assert (found.slug, found.number, found.kind, found.engine) == ("q05_loss", 5, "code", "numpy")
    assert "## not a heading" in found.statement and found.statement.endswith("More.")
    number, curve, shape = found.predictions
    assert (number.tolerance, number.why) == (0.02, "Where does the number come from?")
    assert curve.options[1] == Option("line", "straight", (1.0, 0.5, -0.1))
    assert (curve.ask, shape.kind, shape.tolerance) == ("Which one?", "shape", 0.0)
    assert [ladder.target for ladder in found.ladders] == ["", "sign-flipped"]
    assert found.ladders[0].rungs[0] == "First. Another way: think\ntwice."
    assert found.explanation == Explanation("Why?", "Because.", ("one thing", "another that goes on"))
    assert found.alternatives == "Others."


def test_only_the_front_matter_is_read_at_first(tmp_path: Path) -> None:
    """A mistake further down is said when the text is asked for, so that large labs start quickly."""
    path = tmp_path / "q05_loss.md"
    path.write_text(WHOLE.replace("## Hints", "## Tips"), encoding="utf-8")
    found = read_question(path, 5)
    assert found.title == "The loss"
    with pytest.raises(ContentError, match="Tips"):
        _ = found.statement
    with pytest.raises(AttributeError):
        _ = found.nothing  # type: ignore[attr-defined]


def test_a_question_can_be_copied_with_a_change(tmp_path: Path) -> None:
    """Like every other record of the model."""
    path = tmp_path / "q05_loss.md"
    path.write_text(WHOLE, encoding="utf-8")
    found = read_question(path, 5)
    other = replace(found, title="Another")
    assert (other.title, other.statement, replace(other, title="The loss")) == (
        "Another",
        found.statement,
        found,
    )


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("+++\ntitle", "title", 1, "front matter is missing"),
        ('title = "The loss"', 'title = "The loss', 1, "not TOML"),
        ('kind = "code"', 'kind = "coding"', 1, "use one of code, look, run"),
        ('section = "1.3 Loss"\n', "", 1, "`section` is missing"),
        ('kind = "code"', 'kind = "code"\nkinds = 1', 1, "unknown key `kinds`"),
        ("## Alternatives", "## Other", 45, "`## Other` is not a section"),
        ("## Alternatives", "## Explain", 45, "twice"),
        ("### at_zero (number, 2%)", "### at_zero (numeral)", 18, "kind: shape, number"),
        ("### sizes (shape)", "### sizes (shape, 2%)", 25, "only a number has a tolerance"),
        ("### sizes (shape)", "### curve (shape)", 25, "the name `curve` is there twice"),
        ("- line: straight [1, .5, -1e-1]\n", "", 21, "two options or more"),
        ("- line: straight [1, .5, -1e-1]", "- line: straight", 21, "must end in its values"),
        ("- line: straight", "- falling: straight", 21, "share a key"),
        ("What is it at $w = 0$?\n", "", 18, "asks nothing"),
        ("### *\n", "### general\n", 28, "general hints are missing"),
        ("2. Second.", "3. Second.", 29, "numbered"),
        ("Another way: `np.mean(x)` of it.", "Nothing.", 32, "no alternative"),
        ("`np.mean(x)` of it", "`np.mean(x)` or `x.sum() / n`", 32, "more than one line of code"),
        ("### Points\n- one thing\n- another\n  that goes on\n", "", 36, "no `### Points`"),
        ("- one thing\n- another\n  that goes on\n", "some\n", 36, "`### Points` is empty"),
    ],
)
def test_a_mistake_is_said_with_line_and_remedy(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    """The text starts with `path:line:`, says what is wrong and ends with what to do."""
    assert old in WHOLE
    with pytest.raises(ContentError) as caught:
        question(tmp_path, WHOLE.replace(old, new, 1))
    text = str(caught.value)
    where, _, rest = text.removeprefix(str(tmp_path)).partition(": ")
    assert words in text
    assert where == f"/q05_loss.md:{line}"
    assert rest.endswith(".")


def test_a_missing_file_names_its_cure(tmp_path: Path) -> None:
    """A slug without a file says how to make one."""
    with pytest.raises(ContentError, match="tutor dev new q09"):
        read_question(tmp_path / "q09.md", 9)


@pytest.mark.parametrize(
    ("hint", "lines"),
    [
        ("Print `X.shape` and `y`, both `(n,)`; `w` is `-1` at `axis 0`.", 0),
        ("Look at `exercises/q01_split.py` and `axis=0`.", 0),
        ("Use `np.mean(x)`.", 1),
        ("`w = w - eta * g` or `w -= eta * g`", 2),
        ("`return w` at the end", 1),
        ("`a @ b`, never `a * b`", 2),
        ("```python\nx = 1\n```", 1),
        ("```python\nx = 1\n\ny = 2\n```", 2),
        ("   ```\n   x = 1\n   ```\n   and `f(x)`", 2),
    ],
)
def test_lines_of_code_in_a_hint_are_counted(hint: str, lines: int) -> None:
    """Names, shapes and paths are words; calls, assignments and operators are code."""
    assert code_lines(hint) == lines
