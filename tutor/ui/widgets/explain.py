"""The explanation: the question, a small editor, then the model answer with points to tick honestly."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.timer import Timer
from textual.widgets import TextArea

from tutor.model import Question
from tutor.progress import QuestionProgress
from tutor.ui.blocks import Block, say, spaced
from tutor.ui.drafts import Drafts
from tutor.ui.messages import ExplanationWritten, PointsTicked
from tutor.ui.prose import prose
from tutor.ui.symbols import Symbols
from tutor.ui.widgets.choices import Choices
from tutor.ui.widgets.page import Page

PAUSE = 1.0
"""Seconds without a key after which a draft is kept."""


class ExplainPane(VerticalScroll, can_focus=False):
    """Takes the learner's words; shows ours only after theirs are kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep the explanation", show=False, id="explain.keep", priority=True),
    ]

    def __init__(self, symbols: Symbols, drafts: Drafts, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._symbols = symbols
        self._drafts = drafts
        self._question: Question | None = None
        self._writing: Timer | None = None
        self._text: str | None = None
        """What is in the editor, once anything was put there."""

    def compose(self) -> ComposeResult:
        """Lay out the question, the editor and what follows."""
        yield Page(id="explain-ask", classes="fitting")
        yield TextArea(id="explain-text", soft_wrap=True, tab_behavior="focus")
        yield Page(id="explain-told", classes="fitting")
        yield Choices([], self._symbols, ticks=[], id="points")

    async def on_mount(self) -> None:
        """Fill in what was asked for while this was being put together."""
        if self._question is not None:
            self._fill()

    def show(self, question: Question, state: QuestionProgress) -> None:
        """Show a question's explanation as far as it is written."""
        self.keep_draft()
        self._question, self._state = question, state
        if self.is_mounted:
            self._fill()

    def on_text_area_changed(self) -> None:
        """Keep a draft once the learner pauses."""
        self._text = self.query_one(TextArea).text
        if self._writing is not None:
            self._writing.stop()
        self._writing = self.set_timer(PAUSE, self.keep_draft)

    def on_unmount(self) -> None:
        """Keep a draft of what is not finished."""
        self.keep_draft()

    def keep_draft(self) -> None:
        """Write down what was typed and not kept as the explanation."""
        if self._question is not None and self._text is not None:
            finished = self._text.strip() == self._state.explanation
            self._drafts.put(f"{self._question.slug}.txt", "" if finished else self._text)

    def ask_ticks(self) -> None:
        """Put the keyboard on the points."""
        self.call_after_refresh(self.query_one(Choices).focus)

    def action_keep(self) -> None:
        """Hand the learner's words over."""
        text = self.query_one(TextArea).text
        if text.strip():
            self.post_message(ExplanationWritten(text))
        else:
            self._tell([say(("Write a sentence or two first, in your own words.", "t-warn"))])

    def on_choices_ticked(self, event: Choices.Ticked) -> None:
        """Hand the ticks over."""
        event.stop()
        self.post_message(PointsTicked(event.ticks))

    def _fill(self) -> None:
        assert self._question is not None
        question, state = self._question, self._state
        editor = self.query_one(TextArea)
        text = self._drafts.get(f"{question.slug}.txt") or state.explanation
        self._text = text
        if editor.text != text:
            editor.load_text(text)
            editor.move_cursor(editor.document.end)
        self.query_one("#explain-ask", Page).show(prose(question.explanation.ask))
        self._tell(self._after(question, state))
        self._offer_points(question, state)

    def _after(self, question: Question, state: QuestionProgress) -> list[Block]:
        if not state.explanation:
            return [say(("Ctrl+S", "t-key"), " keeps it; then a model answer is shown beside it.")]
        honest = say("Which of these does ", ("your", "t-em"), " text say? Tick honestly; Space ticks.")
        return spaced(
            [[say(("Model answer", "t-heading"))], prose(question.explanation.model_answer), [honest]]
        )

    def _offer_points(self, question: Question, state: QuestionProgress) -> None:
        points = self.query_one(Choices)
        points.display = bool(state.explanation)
        ticks = state.ticks or [False] * len(question.explanation.points)
        points.set_options([prose(point)[0] for point in question.explanation.points], ticks)

    def _tell(self, blocks: list[Block]) -> None:
        self.query_one("#explain-told", Page).show(blocks)
