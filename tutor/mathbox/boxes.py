"""Rectangles of text with a baseline: put beside each other, stacked, fenced, laid out in columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

from rich.cells import cell_len

from tutor.records import record


@record
class Box:
    """Lines of equal width (in terminal columns), one of which continues the text around it."""

    lines: tuple[str, ...]
    base: int = 0
    """The index of the line on the baseline."""

    @property
    def width(self) -> int:
        """Terminal columns."""
        return cell_len(self.lines[0])

    @property
    def height(self) -> int:
        """Terminal rows."""
        return len(self.lines)


def text_box(text: str) -> Box:
    """One line of text."""
    return Box((text,))


def padded(text: str, width: int, align: str = "<") -> str:
    """The text filled up with spaces: at its right (`<`), left (`>`) or both sides (`^`)."""
    free = max(0, width - cell_len(text))
    left = {"<": 0, ">": free, "^": free // 2}[align]
    return " " * left + text + " " * (free - left)


def beside(boxes: Iterable[Box]) -> Box:
    """The boxes from left to right on one baseline."""
    return reduce(_pair, boxes, text_box(""))


def _pair(left: Box, right: Box) -> Box:
    above = max(left.base, right.base)
    below = max(left.height - left.base, right.height - right.base)
    columns = (_grown(box, above - box.base, below - (box.height - box.base)) for box in (left, right))
    return Box(tuple(a + b for a, b in zip(*columns, strict=True)), above)


def _grown(box: Box, above: int, below: int) -> tuple[str, ...]:
    blank = (" " * box.width,)
    return blank * above + box.lines + blank * below


def stacked(boxes: Sequence[Box], base: int, align: str = "^") -> Box:
    """The boxes from top to bottom; the baseline of the whole is line `base` of it."""
    width = max(box.width for box in boxes)
    return Box(tuple(padded(line, width, align) for box in boxes for line in box.lines), base)


_PIECES = {
    "(": "⎛⎜⎜⎝", ")": "⎞⎟⎟⎠", "[": "⎡⎢⎢⎣", "]": "⎤⎥⎥⎦", "{": "⎧⎪⎨⎩", "}": "⎫⎪⎬⎭", "|": "││││",
    "‖": "║║║║", "⌊": "⎢⎢⎢⎣", "⌋": "⎥⎥⎥⎦", "⌈": "⎡⎢⎢⎢", "⌉": "⎤⎥⎥⎥", "/": "╱╱╱╱", "⟨": "╱││╲", "⟩": "╲││╱",
}  # fmt: skip
"""Top, extension, middle and bottom of a tall delimiter."""
_TWO_LINES = {"{": "⎰⎱", "}": "⎱⎰", "⟨": "╱╲", "⟩": "╲╱"}


def delimiter(char: str, height: int, base: int) -> Box:
    """A delimiter as tall as what it encloses."""
    if not char or height == 1:
        return Box((char,) * height, base)
    top, more, middle, bottom = tuple(_PIECES[char])
    if height == 2:
        return Box(tuple(_TWO_LINES.get(char, top + bottom)), base)
    inner = [more] * (height - 2)
    inner[(height - 2) // 2] = middle
    return Box((top, *inner, bottom), base)


def fenced(left: str, body: Box, right: str) -> Box:
    """A box between two delimiters of its height."""
    return beside((delimiter(left, body.height, body.base), body, delimiter(right, body.height, body.base)))


def columns(cells: Sequence[Sequence[Box]], aligns: str, gap: int) -> Box:
    """Cells in rows and columns; `aligns` is repeated over the columns. A tall row gets air around it."""
    count = max(len(row) for row in cells)
    widths = [max((row[at].width for row in cells if at < len(row)), default=0) for at in range(count)]
    lines: list[str] = []
    for row in cells:
        parts: list[Box] = []
        for at, width in enumerate(widths):
            box = row[at] if at < len(row) else text_box("")
            align = aligns[at % len(aligns)]
            space = " " * (gap if at else 0)
            parts.append(Box(tuple(space + padded(line, width, align) for line in box.lines), box.base))
        whole = beside(parts)
        if lines and whole.height > 1:
            lines.append(" " * whole.width)
        lines.extend(whole.lines)
    return Box(tuple(lines), len(lines) // 2)
