"""A curve that may grow for ever and stays a few thousand points."""

from __future__ import annotations

from math import isfinite

from tutor.figures.traces import Point, telling
from tutor.model import Series


class CurveBuffer:
    """Collects the points of a run; keeps the lowest and highest of each stretch once there are many.

    Adding a point costs the same however long the run is, and `series()` never has more than about `most`
    points. The first value that is not finite keeps its exact place.
    """

    def __init__(self, name: str, most: int = 2048) -> None:
        self.name = name
        self._most = max(8, most)
        self._stretch = 1
        self._kept: list[Point] = []
        self._open: list[Point] = []
        self.count = 0
        """Points ever added."""
        self.broken_at: float | None = None
        """The x of the first value that was not finite."""
        self.last: Point | None = None
        """The newest point."""

    def append(self, x: float, y: float) -> None:
        """Add one point."""
        self.count += 1
        self.last = (x, y)
        if self.broken_at is None and not isfinite(y):
            self.broken_at = x
        self._open.append(self.last)
        if len(self._open) >= self._stretch:
            self._close()

    def extend(self, points: tuple[Point, ...]) -> None:
        """Add several points."""
        for x, y in points:
            self.append(x, y)

    def series(self) -> Series:
        """What there is to draw now."""
        points = self._kept + self._open
        if self.last and not self._open and points[-1] is not self.last:
            points.append(self.last)
        return Series(self.name, tuple(y for _, y in points), tuple(x for x, _ in points))

    def _close(self) -> None:
        self._kept += _extremes(self._open)
        self._open = []
        if len(self._kept) >= self._most:
            self._stretch *= 4
            starts = range(0, len(self._kept), 4)
            self._kept = [point for start in starts for point in _extremes(self._kept[start : start + 4])]


def _extremes(points: list[Point]) -> list[Point]:
    return points if len(points) < 3 else [points[at] for at in telling([y for _, y in points])]
