"""Figures as SVG or HTML tables inside a page; curves can be told apart without colour."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from math import isfinite

from tutor.figures.axes import Limits, limits_of, ticks
from tutor.figures.traces import Trace, thinned, trace
from tutor.model import Curves, Figure, Heat, Picture, Table

WIDTH, HEIGHT = 620, 300
LEFT, RIGHT, TOP, BOTTOM = 62, 14, 14, 46
"""Room around the axes, in the units of the drawing."""
POINTS = 600
"""Points of a curve: more cannot be seen on paper."""
PIXEL, LETTER = 11, 7
SEEN = 0.15
"""The share of the scale from which a negative value is marked, for those who see no colours."""
COLOURS = ("#1f5aa6", "#c2410c", "#15803d", "#7e22ce", "#0f766e", "#9f1239")
DASHES = ("", "7 4", "2 3", "10 3 2 3", "1 4", "12 5")


def figure_html(figure: Figure) -> str:
    """A figure with its caption."""
    note = ""
    match figure:
        case Curves():
            body = curves_svg(figure)
        case Picture():
            body = picture_svg(figure)
            note = " (a stroke marks the negative ones)" if figure.signed else ""
        case Heat():
            body = heat_table(figure)
        case Table():
            body = plain_table(figure)
    return f"<figure>{body}<figcaption>{escape(figure.title + note)}</figcaption></figure>"


def curves_svg(figure: Curves) -> str:
    """The curves on axes with ticks, each with its own dash and named underneath."""
    traces = [trace(thinned(series, POINTS), figure.log_y) for series in figure.series]
    limits = limits_of(figure, traces, figure.log_y)
    if limits is None:
        return "<p>There is nothing finite to draw.</p>"
    legend = len(traces) > 1
    height = HEIGHT + (18 * ((len(traces) + 2) // 3) if legend else 0)
    parts = [*_axes(figure, limits), *_lines(traces, limits), *(_legend(traces) if legend else ())]
    return _svg(WIDTH, height, figure.title, parts)


def _x(value: float, limits: Limits) -> float:
    return LEFT + (value - limits.left) / (limits.right - limits.left) * (WIDTH - LEFT - RIGHT)


def _y(value: float, limits: Limits) -> float:
    share = (value - limits.bottom) / (limits.top - limits.bottom)
    return HEIGHT - BOTTOM - min(max(share, -0.02), 1.02) * (HEIGHT - TOP - BOTTOM)


def _axes(figure: Curves, limits: Limits) -> Iterator[str]:
    low, right = HEIGHT - BOTTOM, WIDTH - RIGHT
    for value, label in ticks(limits.bottom, limits.top, 6, log=limits.log):
        y = f"{_y(value, limits):.1f}"
        yield f'<line x1="{LEFT}" x2="{right}" y1="{y}" y2="{y}" stroke="#ddd"/>'
        yield f'<text x="{LEFT - 6}" y="{y}" dy="4" text-anchor="end">{escape(label)}</text>'
    for value, label in ticks(limits.left, limits.right, 8):
        x = f"{_x(value, limits):.1f}"
        yield f'<line x1="{x}" x2="{x}" y1="{low}" y2="{low + 4}" stroke="#444"/>'
        yield f'<text x="{x}" y="{low + 17}" text-anchor="middle">{escape(label)}</text>'
    yield f'<path d="M{LEFT} {TOP}V{low}H{right}" fill="none" stroke="#444"/>'
    middle = (LEFT + right) / 2
    yield f'<text x="{middle}" y="{low + 34}" text-anchor="middle">{escape(figure.x_label)}</text>'
    label = escape(figure.y_label)
    yield f'<text transform="translate(14 {low / 2 + TOP}) rotate(-90)" text-anchor="middle">{label}</text>'


def _lines(traces: list[Trace], limits: Limits) -> Iterator[str]:
    for k, one in enumerate(traces):
        path, pen = "", "M"
        for point in one.points:
            if point is None:
                pen = "M"
                continue
            path += f"{pen}{_x(point[0], limits):.1f} {_y(point[1], limits):.1f}"
            pen = "L"
        yield f'<path d="{path}" {_stroke(k)}/>'
        if one.broken_at is not None:
            x = _x(one.broken_at, limits)
            yield f'<text x="{x:.1f}" y="{TOP + 12}" text-anchor="middle">✕ not finite from here</text>'


def _stroke(k: int) -> str:
    dash = DASHES[k % len(DASHES)]
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'fill="none" stroke-width="2" stroke="{COLOURS[k % len(COLOURS)]}"{dashed}'


def _legend(traces: list[Trace]) -> Iterator[str]:
    for k, one in enumerate(traces):
        x, y = LEFT + (k % 3) * 185, HEIGHT + 4 + 18 * (k // 3)
        yield f'<path d="M{x} {y}h30" {_stroke(k)}/>'
        yield f'<text x="{x + 36}" y="{y + 4}">{escape(one.name[:24])}</text>'


def picture_svg(figure: Picture) -> str:
    """Small grey images in rows, captions below; ink is dark on paper, signs are blue and orange."""
    side = max((len(row) for image in figure.images for row in image), default=1)
    tall = max((len(image) for image in figure.images), default=1)
    widest = max((LETTER * len(caption) for caption in figure.captions), default=0)
    step_x, step_y = max(side * PIXEL, widest) + 14, tall * PIXEL + 32
    columns = max(1, min(len(figure.images), WIDTH // step_x))
    scale = _scale(figure)
    parts = []
    for k, image in enumerate(figure.images):
        x, y = (k % columns) * step_x, (k // columns) * step_y
        parts += list(_pixels(image, x, y, scale, figure.signed))
        if k < len(figure.captions):
            caption = escape(figure.captions[k])
            parts.append(f'<text x="{x}" y="{y + tall * PIXEL + 15}">{caption}</text>')
    rows = -(-len(figure.images) // columns)
    return _svg(columns * step_x, rows * step_y, figure.title, parts)


def _scale(figure: Picture) -> float:
    values = [abs(v) for image in figure.images for row in image for v in row if isfinite(v)]
    return max(values, default=0.0) or 1.0


def _pixels(
    image: tuple[tuple[float, ...], ...], x: int, y: int, scale: float, signed: bool
) -> Iterator[str]:
    for r, row in enumerate(image):
        for c, value in enumerate(row):
            share = value / scale if isfinite(value) else 0.0
            place = f'x="{x + c * PIXEL}" y="{y + r * PIXEL}" width="{PIXEL}" height="{PIXEL}"'
            yield f'<rect {place} fill="{shade(share, signed)}"/>'
            if signed and share < -SEEN:
                yield f'<path d="M{x + c * PIXEL + 3} {y + r * PIXEL + PIXEL / 2}h5" stroke="#fff"/>'
    if image and image[0]:
        size = f'width="{len(image[0]) * PIXEL}" height="{len(image) * PIXEL}"'
        yield f'<rect x="{x}" y="{y}" {size} fill="none" stroke="#999"/>'


def shade(share: float, signed: bool = False) -> str:
    """The colour of a share of the scale: white to black, or orange over white to blue."""
    strength = min(1.0, abs(share))
    full = (0, 0, 0) if not signed else (31, 90, 166) if share < 0 else (194, 65, 12)
    return "#" + "".join(f"{round(255 + (part - 255) * strength):02x}" for part in full)


def heat_table(figure: Heat) -> str:
    """A matrix with its numbers, the larger the darker."""
    top = max((value for row in figure.cells for value in row if isfinite(value)), default=0.0) or 1.0
    corner = f"{escape(figure.row_title)} \\ {escape(figure.column_title)}".strip(" \\")
    head = "".join(f"<th>{escape(label)}</th>" for label in figure.column_labels)
    rows = []
    for label, row in zip(figure.row_labels, figure.cells, strict=False):
        cells = "".join(_heat_cell(value, top) for value in row)
        rows.append(f"<tr><th>{escape(label)}</th>{cells}</tr>")
    return f'<table class="heat"><tr><th>{corner}</th>{head}</tr>{"".join(rows)}</table>'


def _heat_cell(value: float, top: float) -> str:
    share = max(0.0, value / top) if isfinite(value) else 0.0
    text = f"{value:g}" if value else "·"
    return (
        f'<td style="background:{shade(0.75 * share)};color:{"#fff" if share > 0.55 else "#000"}">{text}</td>'
    )


def plain_table(figure: Table) -> str:
    """Rows of text."""
    head = "".join(f"<th>{escape(cell)}</th>" for cell in figure.header)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in figure.rows)
    return f"<table><tr>{head}</tr>{rows}</table>"


def _svg(width: float, height: float, title: str, parts: list[str]) -> str:
    box = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}"'
    body = "".join(parts)
    return f'<svg {box} role="img" aria-label="{escape(title, quote=True)}">{body}</svg>'
