"""Finds a question by any word of its title, section or statement."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input

from tutor.model import Question
from tutor.ui.blocks import Block, say
from tutor.ui.desk import Desk
from tutor.ui.readable import readable
from tutor.ui.screens.base import TutorModal
from tutor.ui.widgets.bars import KeyBar, KeyItem
from tutor.ui.widgets.choices import Choices

MOST = 12


class SearchScreen(TutorModal[str]):
    """Closes with the slug of the question that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "move(1)", "Next", show=False, priority=True),
        Binding("up", "move(-1)", "Previous", show=False, priority=True),
        Binding("enter", "go", "Go there", show=False),
        Binding("escape", "close", "Close", show=False),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.found: list[Question] = []
        self._searched: str | None = None

    def compose(self) -> ComposeResult:
        """Lay out the line to type on and what was found."""
        box = Vertical(id="search", classes="box tall")
        box.border_title = "Search the questions"
        with box:
            yield Input(placeholder="a word: gradient, softmax, 12 …", compact=True)
            with VerticalScroll(can_focus=False):
                yield Choices([], self.desk.symbols, led=True)
            yield KeyBar([KeyItem("Enter", "go there", "screen.go"), KeyItem("Esc", "back", "screen.close")])

    def on_mount(self) -> None:
        """List the first questions."""
        self.query_one(Input).focus()
        self._list("")

    def on_key(self, event: events.Key) -> None:
        """Take letters that were typed before the line had the keyboard."""
        field = self.query_one(Input)
        if event.is_printable and event.character and not field.has_focus:
            field.insert_text_at_cursor(event.character)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search as the learner types."""
        self._list(event.value)

    def on_input_submitted(self) -> None:
        """Go to the question under the cursor."""
        self.action_go()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """A click goes there too."""
        self.dismiss(self.found[event.index].slug)

    def action_move(self, rows: int) -> None:
        """Move the cursor in the list."""
        self.query_one(Choices).action_move(rows)

    def action_go(self) -> None:
        """Close with the question under the cursor of what is found by all that was typed."""
        self._list(self.query_one(Input).value)
        if self.found:
            self.dismiss(self.found[self.query_one(Choices).cursor].slug)

    def action_close(self) -> None:
        """Close with nothing."""
        self.dismiss(None)

    def _list(self, text: str) -> None:
        if text == self._searched:
            return
        self._searched = text
        self.found = search(self.desk.session.lab.questions, text)[:MOST]
        choices = self.query_one(Choices)
        choices.cursor = 0
        choices.set_options([self._row(question) for question in self.found] or [say("Nothing fits.")])

    def _row(self, question: Question) -> Block:
        sign, role = self.desk.mark(question)
        return say((f"{sign} ", role), f"{question.number:02d} {question.title}  ", (question.slug, "t-dim"))


def search(questions: tuple[Question, ...], text: str) -> list[Question]:
    """The questions that have every word of the text, those with them in the title or name first."""
    words = text.casefold().split()

    def rank(question: Question) -> int | None:
        names = f"{question.number} {question.slug} {question.title} {question.section}".casefold()
        if all(word in names for word in words):
            return 0
        everything = f"{names} {readable(question).statement}".casefold()
        return 1 if all(word in everything for word in words) else None

    ranked = [(place, question) for question in questions if (place := rank(question)) is not None]
    return [question for _, question in sorted(ranked, key=lambda pair: pair[0])]
