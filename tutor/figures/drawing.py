"""Draws any figure of a lab as lines of cells, or as plain text."""

from __future__ import annotations

from tutor.figures.axes import Limits, limits_of
from tutor.figures.captions import spoken
from tutor.figures.cells import Line, ascii_line, clean_line, cut_line, line_text
from tutor.figures.curves import draw_curves
from tutor.figures.looks import Look
from tutor.figures.pictures import draw_pictures
from tutor.figures.tables import draw_heat, draw_table
from tutor.figures.traces import thinned, trace
from tutor.model import Curves, Figure, Heat, Picture


def draw(
    figure: Figure,
    width: int,
    height: int,
    *,
    colour: bool = True,
    ascii: bool = False,
    log: bool | None = None,
    within: Limits | None = None,
) -> list[Line]:
    """The figure in lines of at most `width` columns.

    Curves take at most `height` lines; `log` overrides the figure's own y axis, and `within` (what `limits`
    gave for an earlier state of the same figure) keeps the axes from jumping while it grows. For the other
    figures `height` is only a wish: they may be longer, for a pane that scrolls.
    """
    look = Look(colour, ascii)
    width, height = max(8, width), max(4, height)
    if isinstance(figure, Curves):
        lines = draw_curves(figure, width, height, look, figure.log_y if log is None else log, within)[
            :height
        ]
    elif isinstance(figure, Picture):
        lines = draw_pictures(figure, width, height, look)
    elif isinstance(figure, Heat):
        lines = draw_heat(figure, width, look)
    else:
        lines = draw_table(figure, width)
    lines = [cut_line(clean_line(line), width) for line in lines]
    return [ascii_line(line) for line in lines] if ascii else lines


def to_text(
    figure: Figure, width: int = 80, height: int = 20, *, ascii: bool = False, log: bool | None = None
) -> str:
    """The figure without colour, as text; below curves stands a sentence for each of them."""
    drawn = draw(figure, width, height, colour=False, ascii=ascii, log=log)
    lines = [line_text(line).rstrip() for line in drawn]
    if isinstance(figure, Curves):
        lines += spoken(figure)
    return "\n".join(lines)


def limits(figure: Curves, *, log: bool | None = None) -> Limits | None:
    """What the axes of the figure would show; None while there is nothing to show."""
    logarithmic = figure.log_y if log is None else log
    return limits_of(figure, [trace(series, logarithmic) for series in figure.series], logarithmic)


def thin(figure: Curves, most: int = 2048) -> Curves:
    """The figure with at most about `most` points a curve; do it once when a long history arrives."""
    return Curves(
        figure.title,
        tuple(thinned(series, most) for series in figure.series),
        figure.x_label,
        figure.y_label,
        figure.log_y,
        figure.x_max,
    )
