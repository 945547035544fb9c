"""A figure as matplotlib code with its numbers, for questions whose lab has no cell of its own for it."""

from __future__ import annotations

from math import isfinite

from tutor.figures.traces import pairs, thinned
from tutor.model import Curves, Figure, Heat, Picture

POINTS = 200


def drawing(figure: Figure) -> str:
    """The code; empty for a table, which needs none."""
    match figure:
        case Curves():
            return _curves(figure)
        case Picture():
            return _pictures(figure)
        case Heat():
            return _heat(figure)
    return ""


def _curves(figure: Curves) -> str:
    lines = ["plt.figure(figsize=(10, 5))"]
    for series in figure.series:
        points = [(x, y) for x, y in pairs(thinned(series, POINTS)) if isfinite(y)]
        xs, ys = (", ".join(f"{point[k]:.5g}" for point in points) for k in (0, 1))
        lines.append(f"plt.plot([{xs}], [{ys}], label={series.name!r})")
    if figure.log_y:
        lines.append('plt.yscale("log")')
    if len(figure.series) > 1:
        lines.append("plt.legend()")
    lines += [f"plt.xlabel({figure.x_label!r})", f"plt.ylabel({figure.y_label!r})"]
    return "\n".join([*lines, f"plt.title({figure.title!r})", "plt.grid(True)", "plt.show()"])


def _pictures(figure: Picture) -> str:
    images = ",\n    ".join(str([[_short(v) for v in row] for row in image]) for image in figure.images)
    top = max((abs(_short(v)) for image in figure.images for row in image for v in row), default=0.0) or 1.0
    scale = (
        f'cmap="RdBu_r", vmin={-top}, vmax={top}' if figure.signed else f'cmap="gray_r", vmin=0, vmax={top}'
    )
    captions = [*figure.captions, *[""] * (len(figure.images) - len(figure.captions))]
    return "\n".join(
        [
            f"images = [\n    {images},\n]",
            f"captions = {captions[: len(figure.images)]!r}",
            f"fig, axes = plt.subplots(1, {len(figure.images)}, squeeze=False)",
            "for axis, image, caption in zip(axes[0], images, captions):",
            f"    axis.imshow(image, {scale})",
            "    axis.set_title(caption)",
            '    axis.axis("off")',
            f"fig.suptitle({figure.title!r})",
            "plt.show()",
        ]
    )


def _heat(figure: Heat) -> str:
    cells = [[_short(value) for value in row] for row in figure.cells]
    return "\n".join(
        [
            f"cells = {cells!r}",
            "plt.figure(figsize=(6, 6))",
            'plt.imshow(cells, cmap="Blues")',
            f"plt.xticks(range({len(figure.column_labels)}), {list(figure.column_labels)!r})",
            f"plt.yticks(range({len(figure.row_labels)}), {list(figure.row_labels)!r})",
            "for row, values in enumerate(cells):",
            "    for column, value in enumerate(values):",
            '        plt.text(column, row, f"{value:g}", ha="center", va="center")',
            f"plt.xlabel({figure.column_title!r})",
            f"plt.ylabel({figure.row_title!r})",
            f"plt.title({figure.title!r})",
            "plt.show()",
        ]
    )


def _short(value: float) -> float:
    return float(f"{value:.4g}") if isfinite(value) else 0.0
