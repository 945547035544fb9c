"""Small drawings of curves to choose from, all on the same scale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tutor.figures.axes import Limits, spread
from tutor.figures.cells import Line, Run, ascii_line, side_by_side, wrapped
from tutor.figures.looks import Look
from tutor.figures.raster import Cell, Raster
from tutor.figures.traces import HUGE, trace
from tutor.model import Option, Series

_WIDTH = 26


def thumbnails(
    options: Iterable[Option], width: int = 18, height: int = 5, *, ascii: bool = False
) -> list[tuple[str, list[Line]]]:
    """Each option's key with its curve in `width` by `height` cells, axes included and without numbers.

    One scale holds for all, from the lowest to the highest value of any option, so that "falls a little" and
    "falls to nothing" look different.
    """
    traces = [(option.key, trace(Series(option.key, option.curve), log=False)) for option in options]
    ys = [y for _, one in traces for y in one.ys if abs(y) <= HUGE] or [0.0]
    low, high = spread(min(ys), max(ys))
    drawn = []
    for key, one in traces:
        limits = Limits(0.0, max(1.0, len(one.points) - 1.0), low, high)
        raster = Raster(max(1, width - 1), max(1, height - 1), limits)
        drawn.append((key, _lines(raster, raster.draw(one).cells, ascii)))
    return drawn


def _lines(raster: Raster, cells: Mapping[Cell, int], ascii: bool) -> list[Line]:
    rows: list[Line] = []
    for row in range(raster.rows - 1, -1, -1):
        text = "".join(_char(cells.get((column, row), 0), ascii) for column in range(raster.columns))
        rows.append([Run("│", "axis"), Run(text, "curve-0")])
    lines = [*rows, [Run("└" + "─" * raster.columns, "axis")]]
    return [ascii_line(line) for line in lines] if ascii else lines


def _char(bits: int, ascii: bool) -> str:
    if not bits:
        return " "
    return "*" if ascii else chr(0x2800 + bits)


def choices(options: Iterable[Option], width: int, look: Look) -> list[Line]:
    """The options' drawings side by side, each over its key and text: a curve prediction as plain lines."""
    listed = list(options)
    blocks = [
        [*lines, *([Run(line)] for line in wrapped(f"{key}: {option.text}", _WIDTH))]
        for option, (key, lines) in zip(listed, thumbnails(listed, _WIDTH, 6, ascii=look.ascii), strict=True)
    ]
    return side_by_side(blocks, width, 3)
