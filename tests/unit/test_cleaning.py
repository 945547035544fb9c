"""Text that others chose can neither steer a terminal nor hide anything."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tutor
from tutor.cleaning import clean, one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, ünï, 数, 🙂\n\ttab", "plain, ünï, 数, 🙂\n\ttab"),
        ("e\u0301 ✔️ 1️⃣ 👨‍👩‍👧 می‌خواهم", "e\u0301 ✔️ 1️⃣ 👨‍👩‍👧 می‌خواهم"),
        ("\x1b[2J\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07x\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "xlink"),
        ("a\bb\x00c\x7fd\x9be\x0ef", r"a\x08b\x00c\x7fd\x9be\x0ef"),
        ("line\r\nnext\rover\x0cpage", "line\nnext\nover\npage"),
        ("\u202egnp.exe\u2066x\u200f", r"\u202egnp.exe\u2066x\u200f"),
        ("a\u200bb\u200cc\u200dd\u2060e\ufefff", r"a\u200bb\u200cc\u200dd\u2060e\ufefff"),
        ("one\u2028two\u2029three\x85four", r"one\u2028two\u2029three\x85four"),
        ("\U000e0041\U000e007f", r"\U000e0041\U000e007f"),
        ("x\ufe0fy\u00ad\u3164", r"x\ufe0fy\xad\u3164"),
        ("bad\udcff \ud800", r"bad\xff \ud800"),
        ("\ufeffimport numpy", "import numpy"),
        ("\x1b", r"\x1b"),
        ("\x1b\x1b[2J", r"\x1b"),
        ("[bold]kept[/bold]", "[bold]kept[/bold]"),
    ],
)
def test_clean(text: str, shown: str) -> None:
    """Escape sequences go, what cannot be seen is made visible, the text itself stays."""
    assert clean(text) == shown


def test_a_line_stays_one() -> None:
    """No name forges a row of a table."""
    assert one_line("ann\n\x1b[31mbob\r\tpassed\x0b\u2028x") == r"ann\nbob\r\tpassed\x0b\u2028x"


def test_no_escape_is_made_of_the_remains() -> None:
    """What is left after one escape is taken out is no new escape."""
    assert "\x1b" not in clean("\x1b\x1b[2J[2J" * 50)


@given(st.text(st.characters(exclude_categories=())))
def test_whatever_the_text(text: str) -> None:
    """Nothing unseen is left but joiners and selectors in their places; UTF-8 can carry it."""
    for shown in (clean(text), one_line(text)):
        left = {unicodedata.category(char) for char in shown if char not in "\n\t\u200c\u200d"}
        assert not left & {"Cc", "Cs", "Zl", "Zp"}
        assert clean(shown) == shown
        shown.encode()
    assert len(one_line(text).splitlines()) <= 1


def test_no_other_module_cleans_in_its_own_way() -> None:
    """A class of control characters stands in one place."""
    package = Path(tutor.__file__).parent
    having = [path.name for path in package.rglob("*.py") if r"\x7f-\x9f" in path.read_text(encoding="utf-8")]
    assert having == ["cleaning.py"]
