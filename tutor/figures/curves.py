"""Curves as lines of cells: title, legend, frame, and a sentence for everything that could not be drawn."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.figures.axes import Limits, limits_of
from tutor.figures.canvas import Canvas
from tutor.figures.captions import captions
from tutor.figures.cells import Line, Run, fitted, line_width, wrapped
from tutor.figures.looks import Look
from tutor.figures.raster import Cell, Drawn, Raster
from tutor.figures.traces import Trace, trace
from tutor.model import Curves

_MARKERS = "*o+x"
"""What draws a line where there is only ASCII."""
_LETTER_EVERY = 14
"""Columns between two letters on a curve that cannot be told by its colour."""


def draw_curves(
    figure: Curves, width: int, height: int, look: Look, log: bool, within: Limits | None = None
) -> list[Line]:
    """The curves in at most `height` lines of at most `width` columns."""
    traces = [trace(series, log) for series in figure.series]
    limits = limits_of(figure, traces, log)
    head = _head(figure, traces, width, height, log)
    if limits is None:
        return [*head, *_notes(captions(figure, traces, None), width)]
    limits = limits.joined(within)
    foot = [[Run(f"{figure.x_label or 'step':>{width}}", "axis")]] if height >= _TALL else []
    room = height - len(head) - len(foot)
    notes = _notes(captions(figure, traces, limits), width)[: max(1, room // 4)]
    canvas = Canvas(width, max(4, room - len(notes)), limits)
    _plot(canvas, traces, limits, look)
    return [*head, *canvas.lines(), *foot, *notes]


def _notes(sentences: list[str], width: int) -> list[Line]:
    return [[Run(line, "dim")] for sentence in sentences for line in wrapped(sentence, width)]


_TALL = 14
"""From this height on the names of the axes have lines of their own."""


def _head(figure: Curves, traces: list[Trace], width: int, height: int, log: bool) -> list[Line]:
    """Title, legend and the name of the y axis."""
    y_name = (figure.y_label or "value") + (", logarithmic" if log else "")
    if height >= _TALL:
        return [
            [Run(fitted(figure.title, width))],
            *_legend(traces, width, 3),
            [Run(fitted(y_name, width), "axis")],
        ]
    axes = f"{y_name} by {figure.x_label or 'step'}"
    title = f"{figure.title}: {axes}" if figure.title else axes
    return [[Run(fitted(title, width))], *_legend(traces, width, 1)]


def _legend(traces: list[Trace], width: int, most: int) -> list[Line]:
    """Which letter is which curve, in at most so many lines; nothing for a single curve."""
    if len(traces) < 2:
        return []
    lines: list[Line] = []
    for gap, room in ((3, width), (2, width), (1, max(3, width * most // len(traces) - 3))):
        lines = _entries(traces, width, gap, room)
        if len(lines) <= most:
            break
    return lines[:most]


def _entries(traces: list[Trace], width: int, gap: int, room: int) -> list[Line]:
    """The letters and names in lines, parted by `gap` columns, names cut to `room` columns."""
    lines: list[Line] = [[]]
    for at, one in enumerate(traces):
        entry = Run(f"{letter(at)} {fitted(one.name, room)}", f"curve-{at % 4}")
        if lines[-1] and line_width([*lines[-1], entry]) + gap > width:
            lines.append([])
        lines[-1] += [Run(" " * gap), entry] if lines[-1] else [entry]
    return lines


def letter(at: int) -> str:
    """The letter of a curve."""
    return chr(ord("a") + at % 26)


def _plot(canvas: Canvas, traces: list[Trace], limits: Limits, look: Look) -> None:
    raster = Raster(canvas.columns, canvas.rows, limits)
    drawings = [raster.draw(one) for one in traces]
    for at, drawn in enumerate(drawings):
        canvas.add(at, _characters(drawn, at, look))
    taken: set[Cell] = set()
    for at, (one, drawn) in enumerate(zip(traces, drawings, strict=True)):
        marks = _marks(raster, one, drawn, limits)
        if len(traces) > 1:
            marks = {**_letters(drawn, at, taken | set(marks), look, raster.columns), **marks}
        taken |= set(marks)
        canvas.add(at, marks)


def _characters(drawn: Drawn, at: int, look: Look) -> Mapping[Cell, str]:
    if look.ascii:
        return dict.fromkeys(drawn.cells, _MARKERS[at % len(_MARKERS)])
    return {cell: chr(0x2800 + bits) for cell, bits in drawn.cells.items()}


def _letters(drawn: Drawn, at: int, taken: set[Cell], look: Look, columns: int) -> dict[Cell, str]:
    """The curve's letter at its end, and along it where colour does not tell it from the others."""
    heights: dict[int, int] = {}
    for column, row in drawn.cells:
        heights[column] = max(row, heights.get(column, 0))
    if not heights:
        return {}
    wanted = [max(heights)]
    if not look.colour or look.ascii:
        wanted += range(2 + 3 * at, columns, _LETTER_EVERY)
    marks: dict[Cell, str] = {}
    for start in wanted:
        cells = ((column, heights[column]) for column in range(start, -1, -1) if column in heights)
        free = next((cell for cell in cells if cell not in taken), None)
        if free is not None:
            marks[free] = letter(at)
    return marks


def _marks(raster: Raster, one: Trace, drawn: Drawn, limits: Limits) -> dict[Cell, str]:
    """A cross where the run stops being finite, an arrow where it leaves the axis."""
    marks: dict[Cell, str] = {}
    if drawn.leaves is not None:
        marks[raster.cell(drawn.leaves)] = "▲" if drawn.leaves[1] > limits.top else "▼"
    if one.broken_at is not None:
        height = drawn.last[1] if drawn.last else limits.bottom
        marks[raster.cell((one.broken_at, height))] = "×"
    return marks
