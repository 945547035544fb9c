"""Small questions over the screen: yes or no, and words to read until a key is pressed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from tutor.ui.blocks import Block, say, spaced
from tutor.ui.screens.base import TutorModal
from tutor.ui.widgets.bars import KeyBar, KeyItem
from tutor.ui.widgets.page import Page


class ConfirmScreen(TutorModal[bool]):
    """Asks before something that cannot be taken back by the same key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "answer(True)", "Yes", show=False, id="confirm.yes"),
        Binding("n,escape,q", "answer(False)", "No", show=False, id="confirm.no"),
    ]

    def __init__(self, question: str, consequence: str, yes: str) -> None:
        super().__init__()
        self._blocks = spaced([[say((question, "t-strong"))], [say(consequence)]])
        self._yes = yes

    def compose(self) -> ComposeResult:
        """Show the question and its two keys."""
        with Vertical(classes="box"):
            yield Page(self._blocks, classes="fitting")
            yield KeyBar(
                [KeyItem("y", self._yes, "screen.answer(True)"), KeyItem("n", "no", "screen.answer(False)")]
            )

    def action_answer(self, answer: bool) -> None:
        """Close with the answer."""
        self.dismiss(answer)


class ReadScreen(TutorModal[None]):
    """Shows a text to read, scrolled by the usual keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q", "close", "Close", show=False, id="read.close"),
    ]

    def __init__(self, title: str, blocks: Sequence[Block], close: str = "back") -> None:
        super().__init__()
        self._title = title
        self._page = Page(blocks, id="reading")
        self._close = close

    def compose(self) -> ComposeResult:
        """Show the text and how to leave it."""
        box = Vertical(self._page, KeyBar([KeyItem("Enter", self._close, "screen.close")]), classes="box")
        box.border_title = self._title
        yield box

    def on_mount(self) -> None:
        """Let the keys scroll."""
        self._page.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Take as many rows as the text needs, and no more than there are."""
        width = min(76, event.size.width) - 4
        self._page.styles.height = max(1, min(self._page.rows(width), event.size.height - 4))

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)
