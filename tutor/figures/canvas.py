"""A frame with ticks, and cells drawn inside it. Only here is plotext imported, for the first frame drawn.

plotext lays out the axes and their labels, once for each range and size. The cells of the curves are put into
that frame by us: its own lines cost a Python call per dot (10 ms of a frame with four curves), and what it
does with values that are not finite differs from version to version.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from tutor.figures.axes import Limits, ticks
from tutor.figures.cells import Line, Run
from tutor.figures.raster import Cell

Placed = tuple[tuple[float, str], ...]
"""Tick labels and where they stand, from 0 to 1 along the axis."""


class Canvas:
    """A plotting area in a block of `width` by `height` cells: axes left and below, with labelled ticks."""

    def __init__(self, width: int, height: int, limits: Limits) -> None:
        self.rows = max(1, height - 2)
        most = max(2, self.rows // (3 if limits.log else 4) + 1)
        up = ticks(limits.bottom, limits.top, most, log=limits.log)
        self._margin = 1 + max((len(label) for _, label in up), default=0)
        self.columns = max(1, width - self._margin)
        steps = limits.left == round(limits.left) and limits.right == round(limits.right)
        across = ticks(limits.left, limits.right, max(2, self.columns // 12), whole=steps)
        self._frame = _frame(
            self._margin + self.columns,
            self.rows + 2,
            tuple(((place - limits.left) / (limits.right - limits.left), label) for place, label in across),
            tuple(((place - limits.bottom) / (limits.top - limits.bottom), label) for place, label in up),
        )
        self._marks: list[dict[int, tuple[str, int]]] = [{} for _ in range(self.rows)]

    def add(self, curve: int, marks: Mapping[Cell, str]) -> None:
        """Put characters of a curve (by its number) in cells of the area; later ones cover earlier ones."""
        for (column, row), char in marks.items():
            self._marks[row][column] = char, curve % 4

    def lines(self) -> list[Line]:
        """The finished block."""
        rows = zip(self._frame[:-2], reversed(self._marks), strict=True)
        area = [self._row(frame, marks) for frame, marks in rows]
        return [*area, *([Run(frame, "axis")] for frame in self._frame[-2:])]

    def _row(self, frame: str, marks: dict[int, tuple[str, int]]) -> Line:
        """The axis, then the marks of a row in runs of one curve."""
        line = [Run(frame[: self._margin], "axis")]
        text, curve, end = "", -1, 0
        for column in [*sorted(marks), self.columns]:
            char, owner = marks.get(column, ("", -1))
            if owner != curve or column != end:
                line += [Run(text, f"curve-{curve}")] if text else []
                line += [Run(" " * (column - end))] if column > end else []
                text, curve = "", owner
            text, end = text + char, column + 1
        return line


@lru_cache(maxsize=32)
def _frame(width: int, height: int, across: Placed, up: Placed) -> tuple[str, ...]:
    """The axes with their tick labels, as rows of characters from top to bottom."""
    from plotext._figure import _figure_class

    figure = _figure_class()  # one of its own: plotext's usual functions all share a single figure
    figure._limit_size(False, False)
    figure.plot_size(width, height)
    figure.theme("clear")
    figure.xaxes(True, False)
    figure.yaxes(True, False)
    figure.xlim(0, 1)
    figure.ylim(0, 1)
    figure.xticks([place for place, _ in across], [label for _, label in across])
    figure.yticks([place for place, _ in up], [label for _, label in up])
    figure.scatter([0.0], [0.0], marker=" ")  # without any data there are no axes
    figure.build()
    return tuple("".join(row) for row in reversed(figure.monitor.matrix.marker))
