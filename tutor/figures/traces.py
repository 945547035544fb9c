"""What may be drawn of a series: finite numbers, the line broken where there are none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import inf, isfinite, log10, nan

from tutor.model import Series
from tutor.records import record

Point = tuple[float, float]
HUGE = 1e300
"""Differences of numbers up to this size still fit in a float."""
MOST_POINTS = 8192
"""Longer series are thinned before they are drawn."""


@record
class Trace:
    """A series made safe to draw."""

    name: str
    points: tuple[Point | None, ...]
    """Finite points in order, the y already a logarithm on a logarithmic axis; None breaks the line."""
    broken_at: float | None = None
    """The x of the first value that is not finite."""
    recovered: bool = False
    """Whether finite values follow it."""
    left_out: int = 0
    """How many values a logarithmic axis cannot show because they are zero or negative."""

    @cached_property
    def ys(self) -> list[float]:
        """The y values that can be drawn."""
        return [point[1] for point in self.points if point]


def trace(series: Series, log: bool) -> Trace:
    """The drawable part of a series, on a linear or a logarithmic (base 10) axis."""
    series = thinned(series, MOST_POINTS // 2) if len(series.y) > MOST_POINTS else series
    if (quick := _all_drawable(series, log)) is not None:
        return quick
    points: list[Point | None] = []
    broken_at: float | None = None
    recovered = False
    left_out = 0
    for x, y in pairs(series):
        if isfinite(y) and (y > 0 or not log):
            recovered = broken_at is not None
            points.append((x, log10(y) if log else y))
            continue
        points.append(None)
        left_out += isfinite(y)
        if broken_at is None and not isfinite(y):
            broken_at = x
    return Trace(series.name, tuple(points), broken_at, recovered, left_out)


def _all_drawable(series: Series, log: bool) -> Trace | None:
    """The trace of a series without any special value, or None: most frames need no more than this."""
    xs: Sequence[float] = series.x or range(len(series.y))
    if not (_all_finite(series.y) and _all_finite(xs) and max(map(abs, xs)) <= HUGE):
        return None
    if log and min(series.y) <= 0:
        return None
    ys = map(log10 if log else float, series.y)
    return Trace(series.name, tuple(zip(map(float, xs), ys, strict=False)))


def pairs(series: Series) -> Iterator[Point]:
    """The points of a series as floats; those without a usable x are left out."""
    xs: Iterable[object] = series.x or range(len(series.y))
    for x, y in zip(xs, series.y, strict=False):
        number = as_float(x)
        if abs(number) <= HUGE:
            yield number, as_float(y)


def as_float(value: object) -> float:
    """The value as a float: infinite if too large for one, NaN if it is no number."""
    try:
        return float(value)  # type: ignore[arg-type]
    except OverflowError:
        return inf
    except (TypeError, ValueError):
        return nan


def thinned(series: Series, most: int) -> Series:
    """The series in about `most` points: the lowest and the highest of every stretch, in their order.

    The first value of a stretch that is not finite is kept as well, so that the step where a run broke stays
    exact, and so is the last value of all.
    """
    stretch = max(1, 2 * len(series.y) // max(2, most))
    if stretch == 1:
        return series
    xs: Sequence[float] = series.x or range(len(series.y))
    count = min(len(xs), len(series.y))
    places = [
        start + at
        for start in range(0, count, stretch)
        for at in telling(series.y[start : min(count, start + stretch)])
    ]
    places += [count - 1] if places and places[-1] != count - 1 else []
    return Series(series.name, tuple(series.y[at] for at in places), tuple(xs[at] for at in places))


def telling(ys: Sequence[float]) -> list[int]:
    """Where the lowest, the highest and the first non-finite of some values stand, in order."""
    if _all_finite(ys):
        return sorted({ys.index(min(ys)), ys.index(max(ys))})
    floats = [as_float(y) for y in ys]
    good = [at for at, y in enumerate(floats) if isfinite(y)]
    bad = [at for at, y in enumerate(floats) if not isfinite(y)]
    ends = [min(good, key=floats.__getitem__), max(good, key=floats.__getitem__)] if good else []
    return sorted({*ends, *bad[:1]})


def _all_finite(ys: Sequence[float]) -> bool:
    """Whether the values are all finite numbers; a quick way that may say no for huge ones."""
    try:
        return bool(ys) and isfinite(sum(ys))
    except (TypeError, OverflowError):
        return False
