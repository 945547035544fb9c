"""The ranges of the axes, which values leave them, and where the ticks stand."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil, floor, log10

from tutor.figures.traces import HUGE, Trace
from tutor.model import Curves
from tutor.records import record


@record
class Limits:
    """What the axes show; on a logarithmic axis the y are exponents of ten."""

    left: float
    right: float
    bottom: float
    top: float
    log: bool = False

    def joined(self, other: Limits | None) -> Limits:
        """The smallest range that holds both: drawing within it keeps a growing curve from jumping."""
        if other is None or other.log != self.log:
            return self
        return Limits(
            min(self.left, other.left),
            max(self.right, other.right),
            min(self.bottom, other.bottom),
            max(self.top, other.top),
            self.log,
        )


def limits_of(figure: Curves, traces: Iterable[Trace], log: bool) -> Limits | None:
    """The range of the finite points: rounded outwards, explosions cut off; None if there are none."""
    drawn = [trace for trace in traces if any(trace.points)]
    if not drawn:
        return None
    xs = [point[0] for trace in drawn for point in trace.points if point]
    xs += [x for trace in drawn if (x := trace.broken_at) is not None]
    xs += [figure.x_max] if figure.x_max is not None else []
    left, right = spread(_clipped(min(xs)), _clipped(max(xs)))
    bottom, top = _y_range([trace.ys for trace in drawn], log, growing=figure.x_max is not None)
    return Limits(left, right, bottom, top, log)


def _y_range(columns: list[list[float]], log: bool, growing: bool) -> tuple[float, float]:
    wild = [ys for ys in columns if _exploded(ys, log)]
    calm = [ys for ys in columns if ys not in wild]
    low = min((min(ys) for ys in calm), default=0.0)
    high = max((max(ys) for ys in calm), default=0.0)
    for ys in wild:
        reach = _usual(ys, log) + 3 if log else _usual(ys, log) * (2 if calm else 10)
        high = max(high, min(max(ys), reach)) if calm or not log else min(max(ys), reach)
        low = min(low, max(min(ys), -reach)) if not log else min(low, min(ys)) if calm else min(ys)
    if not log and (0 <= low < high / 2 or (growing and low >= 0)):
        low = 0.0  # while a run goes on, 0 is there from the start: the axis has no reason to move
    return _rounded(_clipped(low), _clipped(high), log)


def _exploded(ys: list[float], log: bool) -> bool:
    """Whether a run leaves its start, and its own middle, far behind."""
    sizes = ys if log else [abs(y) for y in ys]
    sample = sorted(sizes[:: max(1, len(sizes) // 256)])
    start, middle, worst = _usual(ys, log), sample[len(sample) // 2], max(sizes)
    if log:
        return worst > start + 30
    return worst > 1e4 * start > 0 and worst > 100 * middle


def _usual(ys: list[float], log: bool) -> float:
    """How large the values of a run are before anything happens."""
    return ys[0] if log else next((abs(y) for y in ys if y), 0.0)


def _clipped(value: float) -> float:
    return max(-HUGE, min(HUGE, value))


def spread(low: float, high: float) -> tuple[float, float]:
    """The range, widened if it is (as good as) a single value."""
    size = max(abs(low), abs(high))
    if high - low > max(1e-12 * size, 1e-200):
        return low, high
    half = size / 2 if size > 1e-150 else 0.5
    return low - half, high + half


def _rounded(low: float, high: float, log: bool) -> tuple[float, float]:
    if log:
        return float(floor(low)), float(ceil(high) if ceil(high) > floor(low) else floor(low) + 1)
    low, high = spread(low, high)
    step = _step((high - low) / 10)
    return floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step


def _step(least: float) -> float:
    """The smallest of 1, 2, 5 times a power of ten that is not smaller."""
    power = 10.0 ** floor(log10(max(least, 1e-300)))
    return next((factor * power for factor in (1.0, 2.0, 5.0) if factor * power >= least * 0.999), 10 * power)


def ticks(
    low: float, high: float, most: int, *, log: bool = False, whole: bool = False
) -> list[tuple[float, str]]:
    """At most `most` round places between low and high (whole numbers if asked), with their labels."""
    step = ceil((high - low) / max(1, most - 1)) if log else _step((high - low) / max(1, most))
    step = max(1.0, step) if whole else step
    first = ceil(low / step - 1e-9)
    places = [at * step for at in range(first, first + most + 1) if at * step <= high + step * 1e-6]
    labels = [power_label(round(place)) if log else _label(place, step) for place in places]
    return list(zip(places, labels, strict=True))[:most]


def power_label(exponent: int) -> str:
    """A power of ten, short."""
    return f"{10.0**exponent:g}" if -3 <= exponent <= 4 else f"1e{exponent}"


def _label(value: float, step: float) -> str:
    decimals = max(0, -floor(log10(step)))
    if abs(value) >= 1e6 or decimals > 6:
        return f"{value:.3g}"
    return f"{value + 0.0:.{decimals}f}"


def number(value: float) -> str:
    """A step or a value, as people write it."""
    return str(int(value)) if value == int(value) and abs(value) < 1e9 else f"{value:.4g}"
