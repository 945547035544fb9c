"""Asks the one "why?" after a confident miss."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from tutor.model import Prediction
from tutor.ui.blocks import say
from tutor.ui.messages import WhyAnswered
from tutor.ui.prose import prose
from tutor.ui.widgets.page import Page

GENERAL = "What did you think, and what is it instead?"


class WhyPane(Vertical):
    """A question and one line to answer it on; hidden when nothing is to be asked."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._prediction: Prediction | None = None

    def compose(self) -> ComposeResult:
        """Lay out the question and the line."""
        yield Page(id="why-ask", classes="fitting")
        yield Input(id="why-answer", compact=True, placeholder="in a sentence; Enter keeps it")

    def show(self, prediction: Prediction | None) -> None:
        """Ask about a prediction, or vanish."""
        self._prediction = prediction
        self.display = prediction is not None
        if self.is_mounted:
            self.on_mount()

    def on_mount(self) -> None:
        """Write the question down, now or once there is a place for it."""
        if (asked := self._prediction) is not None:
            self.query_one("#why-ask", Page).show([say(("Why?", "t-warn")), *prose(asked.why or GENERAL)])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand the answer over."""
        event.stop()
        if self._prediction is not None and event.value.strip():
            self.post_message(WhyAnswered(self._prediction.name, event.value))
            event.input.clear()
