"""The solution beside the learner's own file, with other ways and what each costs."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container

from tutor.model import Question
from tutor.session import Solution
from tutor.ui.blocks import say
from tutor.ui.code import code
from tutor.ui.desk import Desk
from tutor.ui.prose import prose
from tutor.ui.screens.base import TutorScreen
from tutor.ui.widgets.bars import KeyBar, KeyItem
from tutor.ui.widgets.page import Page

PANES = ("yours", "ours", "others")
_TITLES = ("Yours", "One solution", "Other ways")


class SolutionScreen(TutorScreen[None]):
    """Three panes; where only one fits, the keys 1 2 3 choose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "pane(0)", "Yours", show=False),
        Binding("2", "pane(1)", "The solution", show=False),
        Binding("3", "pane(2)", "Other ways", show=False),
        Binding("tab", "turn(1)", "Next pane", show=False),
        Binding("shift+tab", "turn(-1)", "Pane before", show=False),
        Binding("escape,enter,q,s", "close", "Back", show=False),
    ]

    def __init__(self, desk: Desk, question: Question, own: str, solution: Solution) -> None:
        super().__init__(id="solution")
        self.desk = desk
        others = prose(solution.alternatives) or [say("No other ways are written down for this one.")]
        self._texts = (code(own, numbers=True), code(solution.source, numbers=True), others)
        self._present = 1

    def compose(self) -> ComposeResult:
        """Lay out the three panes and the keys."""
        with Container(id="solutions"):
            for pane, title, text in zip(PANES, _TITLES, self._texts, strict=True):
                page = Page(text, id=pane)
                page.border_title = f"{PANES.index(pane) + 1} {title}"
                yield page
        items = [KeyItem(str(k + 1), _TITLES[k].lower(), f"screen.pane({k})") for k in range(3)]
        yield KeyBar([*items, KeyItem("Esc", "back", "screen.close")])

    def on_mount(self) -> None:
        """Begin with the solution."""
        self.action_pane(1)

    def action_pane(self, index: int) -> None:
        """Go to a pane."""
        self._present = index
        for name in PANES:
            self.set_class(name == PANES[index], f"-show-{name}")
        self.query_one(f"#{PANES[index]}").focus()

    def action_turn(self, step: int) -> None:
        """Go to the next pane or the one before."""
        self.action_pane((self._present + step) % len(PANES))

    def action_close(self) -> None:
        """Go back to the lab."""
        self.dismiss(None)
