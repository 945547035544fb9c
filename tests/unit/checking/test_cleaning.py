"""Text from exercise code cannot steer a terminal."""

from __future__ import annotations

import pytest

from tutor.checking.cleaning import clean


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, ünï, 数, 🙂\n\ttab", "plain, ünï, 数, 🙂\n\ttab"),
        ("\x1b[2J\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07x\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "xlink"),
        ("a\bb\x00c\x7fd\x9be\x0ef", "abcdef"),
        ("line\r\nnext\rover", "line\nnextover"),
        ("\u202egnp.exe\u2066x\u200f", "gnp.exex"),
        ("\x1b", ""),
        ("\x1b\x1b[2J", ""),
        ("[bold]kept[/bold]", "[bold]kept[/bold]"),
    ],
)
def test_clean(text: str, shown: str) -> None:
    """Escapes, control characters and writing directions go; text, newlines, tabs and brackets stay."""
    assert clean(text) == shown


def test_no_escape_is_made_of_the_remains() -> None:
    """What is left after one escape is taken out is no new escape."""
    assert "\x1b" not in clean("\x1b\x1b[2J[2J" * 50)
