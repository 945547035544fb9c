"""Whether a text could be shown anywhere: read from Unicode's own tables, not from the tutor's."""

from __future__ import annotations

import unicodedata

NASTY = (
    "a\x1b[31mb\x1b]0;t\x07c\x07d\u202ee\u200bf\u2028g\rh\U000e0041i\x9bj\x00k\u2066l\ufeffm\u00adn"
    "\nforged  passed"
)
"""Colours, a title, a bell, directions, unseen characters, other line ends, a row of somebody else."""
BROKEN = NASTY + "\ud800\udcff"
"""The same with what no encoding carries: as in the names of files that are not UTF-8."""


def harmless(text: str, *, rows: bool = False) -> bool:
    """No control characters but newlines, nothing unseen or that turns the writing; one line if `rows`."""
    bad = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    odd = [char for char in text if char != "\n" and unicodedata.category(char) in bad]
    return not odd and not (rows and "\n" in text)
