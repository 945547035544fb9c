"""Lines to dots, and dots to the bits of braille cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tutor.figures.axes import Limits
from tutor.figures.traces import HUGE, Point, Trace

Cell = tuple[int, int]
"""Column and row of the drawing area; 0, 0 is the lower left cell."""
_BRAILLE = ((0x40, 0x04, 0x02, 0x01), (0x80, 0x20, 0x10, 0x08))
"""The bit of each dot of a braille cell, by dot column and by dot row from below."""
_MASKS = [[[sum(bits[first : last + 1]) for last in range(4)] for first in range(4)] for bits in _BRAILLE]
"""The bits of the dots from a first to a last row of a cell."""


@dataclass
class Drawn:
    """What a trace covers."""

    cells: dict[Cell, int] = field(default_factory=dict)
    """The braille bits of each cell."""
    leaves: Point | None = None
    """The first point beyond the axis, above or below."""
    last: Point | None = None
    """The last point drawn."""


@dataclass
class _Column:
    """The part of a line within one dot column, in dot rows."""

    at: int
    first: float
    low: float
    high: float
    last: float

    def reach(self, row: float) -> None:
        """Make it include a height, short of the dot that belongs to the neighbour."""
        if row < self.low:
            self.low = min(self.low, row + 0.001)
        elif row > self.high:
            self.high = max(self.high, row - 0.001)


class Raster:
    """A grid of `columns` by `rows` cells, each of 2 by 4 dots, showing the given limits."""

    def __init__(self, columns: int, rows: int, limits: Limits) -> None:
        self.columns = columns
        self.rows = rows
        self.limits = limits
        self._across = (2 * columns - 1) / (limits.right - limits.left)
        self._up = (4 * rows - 1) / (limits.top - limits.bottom)

    def cell(self, point: Point) -> Cell:
        """The cell of a point, or the nearest one if it lies outside."""
        limits = self.limits
        across = (min(max(point[0], limits.left), limits.right) - limits.left) * self._across
        up = (min(max(point[1], limits.bottom), limits.top) - limits.bottom) * self._up
        return int(across + 0.5) // 2, int(up + 0.5) // 4

    def draw(self, trace: Trace) -> Drawn:
        """The cells of a trace: consecutive points joined, what lies outside cut off."""
        drawn = Drawn()
        points: Iterable[Point | None] = trace.points
        bottom, top = self.limits.bottom, self.limits.top
        if trace.ys and not bottom <= min(trace.ys) <= max(trace.ys) <= top:
            drawn.leaves = next(point for point in trace.points if point and not bottom <= point[1] <= top)
            points = _cut(trace.points, bottom, top)
        for run in _runs(points):
            drawn.last = run[-1]
            self._polyline(drawn.cells, run)
        return drawn

    def _polyline(self, cells: dict[Cell, int], run: list[Point]) -> None:
        before: _Column | None = None
        for column in self._columns(run):
            if before is not None:
                _join(cells, before, column)
                _dots(cells, before.at, before.low, before.high)
            before = column
        if before is not None:
            _dots(cells, before.at, before.low, before.high)

    def _columns(self, run: list[Point]) -> Iterator[_Column]:
        """The points gathered by dot column: all that can be seen of them, however many there are."""
        left, across = self.limits.left - 0.5 / self._across, self._across
        bottom, up = self.limits.bottom, self._up
        column: _Column | None = None
        for x, y in run:
            at = int((x - left) * across)
            row = (y - bottom) * up
            if column is None or at != column.at:
                if column is not None:
                    yield column
                column = _Column(at, row, row, row, row)
                continue
            column.last = row
            if row < column.low:
                column.low = row
            elif row > column.high:
                column.high = row
        if column is not None:
            yield column


def _runs(points: Iterable[Point | None]) -> Iterator[list[Point]]:
    """The unbroken stretches of a line."""
    run: list[Point] = []
    for point in points:
        if point is not None:
            run.append(point)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _dots(cells: dict[Cell, int], column: int, low: float, high: float) -> None:
    """Set the dots of one dot column between two dot rows."""
    masks = _MASKS[column % 2]
    at = column // 2
    lower, upper = int(low + 0.5), int(high + 0.5)
    for row in range(lower // 4, upper // 4 + 1):
        cell = at, row
        mask = masks[max(lower - 4 * row, 0)][min(upper - 4 * row, 3)]
        cells[cell] = cells.get(cell, 0) | mask


def _join(cells: dict[Cell, int], before: _Column, after: _Column) -> None:
    """Draw the line between two columns: each takes the part that lies within half a dot of it."""
    distance = abs(after.at - before.at)
    slope = (after.first - before.last) / distance
    before.reach(before.last + slope / 2)
    after.reach(after.first - slope / 2)
    step = 1 if after.at > before.at else -1
    for along in range(1, distance):
        middle = before.last + slope * along
        half = abs(slope) / 2
        _dots(cells, before.at + step * along, middle - half, middle + half)


def _cut(points: Iterable[Point | None], bottom: float, top: float) -> Iterator[Point | None]:
    """The parts of a line between two heights; it is broken where it leaves and ends exactly there."""
    before: Point | None = None
    for point in points:
        if point is None:
            yield None
        elif before is None:
            if bottom <= point[1] <= top:
                yield point
        else:
            yield from _part(before, point, bottom, top)
        before = point


def _part(start: Point, end: Point, bottom: float, top: float) -> Iterator[Point | None]:
    """What is new of a line: where it comes in, if it was outside; then its end, or where it leaves."""
    inside = [bottom <= y <= top for _, y in (start, end)]
    crosses = min(start[1], end[1]) <= top and max(start[1], end[1]) >= bottom
    if not crosses:
        yield None
        return
    if not inside[0]:
        yield None
        yield _crossing(start, end, bottom if start[1] < bottom else top)
    if inside[1]:
        yield end
    else:
        yield _crossing(start, end, bottom if end[1] < bottom else top)
        yield None


def _crossing(start: Point, end: Point, height: float) -> Point:
    # The difference of two numbers has to fit in a float.
    scale = 1.0 if max(abs(start[1]), abs(end[1])) <= HUGE else 0.25
    share = (scale * height - scale * start[1]) / (scale * end[1] - scale * start[1])
    return start[0] + (end[0] - start[0]) * share, height
