"""Small drawings as text, where they stand among words."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tutor.figures.cells import Line
from tutor.figures.thumbnails import thumbnails
from tutor.model import Option
from tutor.ui.blocks import plain


def small_curves(
    options: Sequence[Option], width: int, height: int, *, ascii_only: bool
) -> dict[str, Content]:
    """Draw the curve of each option, all on the same scale; by the option's key."""
    return {
        key: Content("\n").join(content_of(line) for line in lines)
        for key, lines in thumbnails(options, width, height, ascii=ascii_only)
    }


def content_of(line: Line) -> Content:
    """A line of a figure as styled text; exact colours are left to the panes that draw pictures."""
    return Content("").join(plain(run.text, f"t-{run.style}" if run.style else "") for run in line)
