"""Four curves that grow, fifteen pictures a second, in the widget that shows a training."""

from __future__ import annotations

import sys
from math import exp
from pathlib import Path

from textual.app import App, ComposeResult
from textual.screen import Screen

from tutor.figures.buffer import CurveBuffer
from tutor.figures.looks import Look
from tutor.model import Curves
from tutor.ui.screens.base import TutorScreen
from tutor.ui.themes import DARK
from tutor.ui.widgets.figures import TrainingCurve

FRAMES = 15
STEPS = 13
"""Points a curve gains between two pictures: 200 a second."""
TOTAL = 6000


class Board(TutorScreen[None]):
    """Nothing but the curve."""

    def compose(self) -> ComposeResult:
        yield TrainingCurve(Look(colour=True, ascii=False), id="curve")


class Live(App[None]):
    """Draws until it is stopped; the file named on the command line holds how many pictures there were."""

    CSS = "#curve { width: 1fr; height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name
        self.step = self.pictures = 0
        self.buffers = [CurveBuffer(f"rate {2**k / 100}") for k in range(4)]

    def get_default_screen(self) -> Screen[None]:
        return Board()

    def on_mount(self) -> None:
        self.set_interval(1 / FRAMES, self.advance)

    def advance(self) -> None:
        """Add points and show them."""
        for step in range(self.step, self.step + STEPS):
            for k, buffer in enumerate(self.buffers):
                buffer.append(
                    step, 2.3 * exp(-step * (k + 1) / TOTAL) + 0.05 * ((step * 7919 * (k + 1)) % 13) / 13
                )
        self.step += STEPS
        curve = Curves("Loss", tuple(one.series() for one in self.buffers), "step", "loss", x_max=TOTAL)
        self.screen.query_one(TrainingCurve).show(curve)
        self.pictures += 1
        Path(sys.argv[1]).write_text(str(self.pictures), encoding="utf-8")


if __name__ == "__main__":
    Live().run()
