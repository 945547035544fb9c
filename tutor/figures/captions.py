"""What a drawing of curves cannot show, in words."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

from tutor.figures.axes import Limits, number
from tutor.figures.traces import Point, Trace, pairs
from tutor.model import Curves


def captions(figure: Curves, traces: list[Trace], limits: Limits | None) -> list[str]:
    """A sentence for each curve that leaves the axis, stops being finite or has no logarithm."""
    said = [] if limits is None else list(_departures(traces, limits, figure.x_label or "step"))
    for one in traces:
        name = one.name or "the curve"
        if one.broken_at is not None:
            where = f"{'at' if one.recovered else 'from'} {figure.x_label or 'step'} {number(one.broken_at)}"
            said.append(f"× {name}: not finite {where}")
        if one.left_out:
            said.append(f"{name}: {one.left_out} values are 0 or negative and have no logarithm")
    return said or ([] if limits else ["no values yet"])


def _departures(traces: list[Trace], limits: Limits, step: str) -> Iterator[str]:
    for one in traces:
        if not one.ys or limits.bottom <= min(one.ys) <= max(one.ys) <= limits.top:
            continue
        first = next(point for point in one.points if point and not limits.bottom <= point[1] <= limits.top)
        above = first[1] > limits.top
        worst = (max if above else min)(one.ys)
        value = f"1e{round(worst)}" if limits.log else f"{worst:.3g}"
        name = f"{'▲' if above else '▼'} {one.name or 'the curve'}"
        yield f"{name} leaves this axis at {step} {number(first[0])} and reaches {value}"


def spoken(figure: Curves) -> list[str]:
    """Each curve in a sentence: where it starts, its lowest and highest value, its last one."""
    step = figure.x_label or "step"
    return [f"{series.name or 'curve'}: {_course(list(pairs(series)), step)}" for series in figure.series]


def _course(points: list[Point], step: str) -> str:
    finite = [point for point in points if isfinite(point[1])]
    if not finite:
        return "no finite values."
    low, high = (choose(finite, key=lambda point: point[1]) for choose in (min, max))
    said = f"{finite[0][1]:.4g} at first, lowest {low[1]:.4g} at {step} {number(low[0])}, "
    said += f"highest {high[1]:.4g} at {step} {number(high[0])}, {finite[-1][1]:.4g} last"
    broken = next((x for x, y in points if not isfinite(y)), None)
    return said + (f"; not finite from {step} {number(broken)}." if broken is not None else ".")
