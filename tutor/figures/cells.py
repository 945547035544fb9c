"""Styled text in terminal cells, with no toolkit's types in it."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

Colour = tuple[int, int, int]


class Run(NamedTuple):
    """Characters of one look."""

    text: str
    style: str = ""
    """A role: "curve-0" … "curve-3", "axis", "ink", "negative", "positive", "dim", or nothing."""
    fg: Colour | None = None
    """An exact colour, for pictures; None leaves it to the role."""
    bg: Colour | None = None


Line = list[Run]


def line_text(line: Line) -> str:
    """The characters of a line."""
    return "".join(run.text for run in line)


def line_width(line: Line) -> int:
    """Terminal columns of a line."""
    return sum(cell_len(run.text) for run in line)


def fitted(text: str, width: int) -> str:
    """The text in at most `width` columns; what is cut off leaves an ellipsis."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def sized(text: str, width: int, align: str = "<") -> str:
    """The text in exactly `width` columns, filled up at the right (`<`), left (`>`) or both sides (`^`)."""
    text = fitted(text, width)
    free = width - cell_len(text)
    left = {"<": 0, ">": free, "^": free // 2}[align]
    return " " * left + text + " " * (free - left)


def wrapped(text: str, width: int) -> list[str]:
    """The words of a text in lines of at most `width` columns."""
    lines = [""]
    for word in text.split():
        if lines[-1] and cell_len(lines[-1]) + 1 + cell_len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".lstrip()
    return [fitted(line, width) for line in lines if line]


def merged(line: Line) -> Line:
    """The same cells in as few runs as possible."""
    out: Line = []
    for look, runs in groupby(line, key=lambda run: run[1:]):
        out.append(Run("".join(run.text for run in runs), *look))
    return out


_ASCII = str.maketrans("│┤├└┬─┼×▲▼…·–—→", "||++" + "+-+X^v~-" + "-->")


def clean_line(line: Line) -> Line:
    """The line without control characters: names and cells may come from a learner's program."""
    return [run if run.text.isprintable() else run._replace(text=_printable(run.text)) for run in line]


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def cut_line(line: Line, width: int) -> Line:
    """The first `width` columns of a line."""
    out: Line = []
    for run in line:
        taken = cell_len(run.text)
        out.append(run if taken <= width else run._replace(text=set_cell_size(run.text, width)))
        width -= taken
        if width <= 0:
            break
    return out


def ascii_line(line: Line) -> Line:
    """The line in ASCII alone, as wide as it was: what has no stand-in is a question mark for each column."""
    return [run._replace(text="".join(map(_ascii_of, run.text.translate(_ASCII)))) for run in line]


def _ascii_of(character: str) -> str:
    return character if " " <= character < "\x7f" else "?" * cell_len(character)


def side_by_side(blocks: list[list[Line]], width: int, gap: int) -> list[Line]:
    """Blocks from left to right, as many to a row as fit, rows parted by an empty line."""
    widths = [max(map(line_width, block), default=0) for block in blocks]
    column = max(widths, default=0)
    per_row = max(1, (width + gap) // (column + gap))
    lines: list[Line] = []
    for start in range(0, len(blocks), per_row):
        row = blocks[start : start + per_row]
        lines += [[]] if lines else []
        for at in range(max(map(len, row))):
            lines.append(_padded([block[at] if at < len(block) else [] for block in row], column + gap))
    return lines


def _padded(parts: list[Line], width: int) -> Line:
    """Pieces of lines, each but the last filled up to a width."""
    line: Line = []
    for at, part in enumerate(parts):
        line += part
        free = width - line_width(part)
        line += [Run(" " * free)] if free > 0 and at < len(parts) - 1 else []
    return line
