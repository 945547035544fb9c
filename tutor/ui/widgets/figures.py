"""Figures on the screen: a pane of finished ones, and the curve of a training that goes on."""

from __future__ import annotations

from collections.abc import Sequence

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tutor.figures.axes import Limits
from tutor.figures.cells import Line, Run
from tutor.figures.drawing import draw, limits
from tutor.figures.looks import Look
from tutor.model import Curves, Figure
from tutor.ui.widgets.rows import Rows

TALLEST_CURVES = 22
"""Rows; higher plots say no more."""


def strip_of(line: Line, widget: Widget) -> Strip:
    """Turn a line of a figure into what the terminal shows, in the widget's colours."""
    base = widget.rich_style
    return Strip([Segment(run.text, base + _style(run, widget)) for run in line])


def _style(run: Run, widget: Widget) -> Style:
    style = Style.null()
    if run.style:
        style = widget.screen.get_visual_style(f"t-{run.style}", partial=True).rich_style
        style = Style(color=style.color, bold=style.bold, dim=style.dim)
    if run.fg or run.bg:
        style += Style(
            color=Color.from_rgb(*run.fg) if run.fg else None,
            bgcolor=Color.from_rgb(*run.bg) if run.bg else None,
        )
    return style


class FigurePane(Rows):
    """All figures of a run one below the other."""

    def __init__(self, look: Look, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._look = look
        self._figures: Sequence[Figure] = ()
        self._nothing = ""
        self._log: bool | None = None
        self._lines: list[Line] = []

    @property
    def text(self) -> str:
        """What is drawn, without colours."""
        return "\n".join("".join(run.text for run in line) for line in self._lines)

    def show(self, figures: Sequence[Figure], nothing: str) -> None:
        """Draw the figures, or say why there are none."""
        if tuple(figures) != tuple(self._figures) or not self._lines:
            self._figures, self._nothing = tuple(figures), nothing
            self._draw()

    def toggle_log(self) -> None:
        """Switch curves between a straight and a logarithmic axis."""
        was = next((figure.log_y for figure in self._figures if isinstance(figure, Curves)), False)
        self._log = not (was if self._log is None else self._log)
        self._draw()

    def _axis_of(self, figure: Figure) -> bool | None:
        """The learner's choice of axis, except for curves that have nothing to show on a logarithmic one."""
        impossible = self._log and isinstance(figure, Curves) and limits(figure, log=True) is None
        return None if impossible else self._log

    def on_resize(self, event: events.Resize) -> None:
        """Draw again for the new size."""
        self._draw()

    def notify_style_update(self) -> None:
        """Draw in the new colours."""
        super().notify_style_update()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one row of the view."""
        x, top = self.scroll_offset
        if top + y >= len(self._lines):
            return Strip.blank(self.size.width, self.rich_style)
        strip = strip_of(self._lines[top + y], self)
        return strip.crop_extend(x, x + self.size.width, self.rich_style)

    def _draw(self) -> None:
        width, height = self.scrollable_content_region.width, self.size.height
        if width < 4 or height < 2:
            return
        self._lines = [] if self._figures else [[Run(self._nothing)]]
        for figure in self._figures:
            self._lines += [[]] if self._lines else []
            self._lines += self._drawn(figure, width, height)
        widest = max((sum(len(run.text) for run in line) for line in self._lines), default=0)
        self.virtual_size = Size(max(width, widest), len(self._lines))
        self.refresh()

    def _drawn(self, figure: Figure, width: int, height: int) -> list[Line]:
        look = self._look
        tall = min(height, TALLEST_CURVES)
        return draw(figure, width, tall, colour=look.colour, ascii=look.ascii, log=self._axis_of(figure))


class TrainingCurve(Widget):
    """The losses of a training so far; only rows that changed are painted again."""

    def __init__(self, look: Look, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._look = look
        self._curve: Curves | None = None
        self._log = False
        self._limits: Limits | None = None
        """Of the picture before: the axes grow and never shrink, so the curve does not jump."""
        self._strips: list[Strip] = []
        self._drawn_for = Size(0, 0)

    @property
    def text(self) -> str:
        """What is drawn, without colours."""
        return "\n".join(strip.text for strip in self._strips)

    def show(self, curve: Curves) -> None:
        """Draw the curve as far as it has come."""
        if curve != self._curve:
            if self._curve is None or len(curve.series[0].y) < len(self._curve.series[0].y):
                self._limits = None
            self._curve = curve
            self._paint()

    def toggle_log(self) -> None:
        """Switch between a straight and a logarithmic axis."""
        self._log = not self._log
        self._limits = None
        self._paint()

    def on_resize(self, event: events.Resize) -> None:
        """Draw again for the new size."""
        self._paint()

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width, self.rich_style)

    def _paint(self) -> None:
        if self._curve is None or self.size.width < 8 or self.size.height < 3:
            return
        before, self._strips = self._strips, self._build(self._curve)
        if self._drawn_for != self.size:
            self._drawn_for = self.size
            self.refresh()
            return
        changed = [y for y, strip in enumerate(self._strips) if y >= len(before) or strip != before[y]]
        if changed:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def _build(self, curve: Curves) -> list[Strip]:
        look, (width, height) = self._look, self.size
        lines = draw(
            curve, width, height, colour=look.colour, ascii=look.ascii, log=self._log, within=self._limits
        )
        self._limits = limits(curve, log=self._log)
        strips = [strip_of(line, self) for line in lines[:height]]
        return [strip.crop_extend(0, self.size.width, self.rich_style) for strip in strips]
