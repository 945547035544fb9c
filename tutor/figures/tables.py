"""Tables of text, and matrices of counts with their numbers and a shade for each."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from rich.cells import cell_len

from tutor.figures.cells import Line, Run, fitted, sized
from tutor.figures.looks import Look, contrast, ink, shade
from tutor.figures.traces import as_float
from tutor.model import Heat, Table

_GAP = 2


def draw_heat(figure: Heat, width: int, look: Look) -> list[Line]:
    """The numbers of a matrix, each on a shade (or beside a mark) that grows with it."""
    values = [[as_float(value) for value in row] for row in figure.cells]
    texts = [[_number(value) for value in row] for row in values]
    margin = min(_longest((figure.row_title, *figure.row_labels)), max(4, width // 4))
    room = _longest([text for row in texts for text in row])
    room = max(room, min(_longest(figure.column_labels), room + 4), 1)
    count = max(map(len, texts), default=0)
    shown = min(count, max(1, (width - margin - 1) // (room + _GAP)))
    largest = max((abs(value) for row in values for value in row if isfinite(value)), default=0.0) or 1.0
    lines = _titles(figure, width, margin, shown, room)
    for at, (row, numbers) in enumerate(zip(texts, values, strict=True)):
        label = figure.row_labels[at] if at < len(figure.row_labels) else ""
        lines.append([Run(sized(label, margin, ">") + " ", "axis")])
        lines[-1] += [
            _cell(text, value / largest, room, look) for text, value in zip(row, numbers, strict=True)
        ][:shown]
    if shown < count:
        lines.append([Run(f"{count - shown} more columns do not fit", "dim")])
    return lines


def _titles(figure: Heat, width: int, margin: int, shown: int, room: int) -> list[Line]:
    lines: list[Line] = [[Run(fitted(figure.title, width))]] if figure.title else []
    if figure.column_title:
        over = sized(figure.column_title, shown * (room + _GAP), "^")
        lines.append([Run(" " * (margin + 1) + over.rstrip(), "axis")])
    names = "".join(f" {sized(name, room, '>')} " for name in figure.column_labels[:shown])
    return [*lines, [Run(sized(figure.row_title, margin, ">") + " " + names.rstrip(), "axis")]]


def _cell(text: str, share: float, room: int, look: Look) -> Run:
    text = sized(text, room, ">")
    share = min(1.0, abs(share)) ** 0.5 if isfinite(share) else 0.0  # a root, so that a few errors show
    if not look.shaded:
        return Run(f" {text}{ink(share, look.ramp)}")
    background = shade(share)
    return Run(f" {text} ", "ink", contrast(background), background)


def _number(value: float) -> str:
    return f"{value:.0f}" if isfinite(value) and value == int(value) and abs(value) < 1e6 else f"{value:.3g}"


def draw_table(figure: Table, width: int) -> list[Line]:
    """Rows of text in aligned columns: numbers to the right; the widest column gives way first."""
    rows = [[" ".join(text.split()) for text in row] for row in (figure.header, *figure.rows)]
    count = max(map(len, rows))
    rows = [row + [""] * (count - len(row)) for row in rows]
    columns = list(zip(*rows, strict=True))
    widths = _squeezed([_longest(column) for column in columns], width)
    aligns = [">" if all(map(_is_number, column[1:])) else "<" for column in columns]
    lines: list[Line] = [[Run(fitted(figure.title, width))]] if figure.title else []
    for at, row in enumerate(rows):
        cells = (sized(*cell) for cell in zip(row, widths, aligns, strict=True))
        lines.append([Run((" " * _GAP).join(cells).rstrip(), "" if at else "axis")])
        if at == 0:
            lines.append([Run("─" * min(width, sum(widths) + _GAP * (count - 1)), "axis")])
    return lines


def _squeezed(widths: list[int], width: int) -> list[int]:
    """The widths, the largest reduced until all fit."""
    widths = [max(1, one) for one in widths]
    while sum(widths) + _GAP * (len(widths) - 1) > width and max(widths, default=0) > 3:
        widths[widths.index(max(widths))] -= 1
    return widths


def _longest(texts: Sequence[str]) -> int:
    return max(map(cell_len, texts), default=0)


def _is_number(text: str) -> bool:
    try:
        float(text.rstrip(" %"))
    except ValueError:
        return not text
    return True
