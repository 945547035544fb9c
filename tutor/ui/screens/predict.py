"""Asks the predictions of a question, one after the other, each with how sure the learner is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, get_args

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input

from tutor import answers
from tutor.model import Confidence, Option, Prediction, Question
from tutor.ui.blocks import Block, say
from tutor.ui.desk import Desk
from tutor.ui.drawn import small_curves
from tutor.ui.prose import prose
from tutor.ui.said import said
from tutor.ui.screens.base import TutorModal
from tutor.ui.widgets.bars import KeyBar, KeyItem
from tutor.ui.widgets.choices import Choices
from tutor.ui.widgets.page import Page

SURENESS: tuple[Confidence, ...] = get_args(Confidence)
_FORMS = {
    "shape": "a shape, such as (120, 5), or (120,) for a vector",
    "number": "a number: 0.25, 1e-3, 2/3 and ln 3 all work",
    "text": "what is printed, as you think it looks",
}


class PredictScreen(TutorModal[bool]):
    """Closes with True when every prediction was answered, with False when the rest was skipped."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "skip", "Skip the rest", show=False, id="predict.skip"),
        Binding("ctrl+b", "again", "Change the answer", show=False, id="predict.again"),
    ]

    def __init__(self, desk: Desk, question: Question) -> None:
        super().__init__()
        self.desk = desk
        self.question = question
        self.pending = list(desk.session.pending_predictions(question))
        self._total = len(self.pending)
        self._answer = ""

    @property
    def prediction(self) -> Prediction:
        """The prediction being asked."""
        return self.pending[0]

    def compose(self) -> ComposeResult:
        """Lay out the question, a place for the answer, and the keys."""
        with Vertical(classes="box", id="predict"):
            with VerticalScroll(id="asking", can_focus=False):
                yield Page(id="ask", classes="fitting")
                yield Vertical(id="answering")
                yield Page(id="told", classes="fitting")
            yield KeyBar(
                [KeyItem("Enter", "go on", "screen.accept"), KeyItem("Esc", "skip the rest", "screen.skip")]
            )

    async def on_mount(self) -> None:
        """Ask the first one."""
        await self._ask()

    async def _ask(self) -> None:
        prediction = self.prediction
        number = self._total - len(self.pending) + 1
        box = self.query_one("#predict")
        box.border_title = f"Before the first check: predict ({number} of {self._total})"
        self.query_one("#ask", Page).show(prose(prediction.ask))
        self._tell("" if prediction.options else f"Write {_FORMS[prediction.kind]}.", "t-dim")
        await self._put(self._field(prediction))

    def _field(self, prediction: Prediction) -> Widget:
        if prediction.options:
            columns = 2 if any(option.curve for option in prediction.options) else 1
            options = self._options(prediction.options)
            return Choices(options, self.desk.symbols, columns=columns, id="options")
        return Input(id="answer", compact=True)

    def _options(self, options: Sequence[Option]) -> list[Block]:
        drawn = [option for option in options if option.curve]
        curves = small_curves(drawn, 24, 4, ascii_only=self.desk.settings.ascii)
        texts = [prose(option.text)[0].content for option in options]
        return [
            say(curves[option.key] + "\n", text) if option.key in curves else say(text)
            for option, text in zip(options, texts, strict=True)
        ]

    async def _put(self, widget: Widget) -> None:
        place = self.query_one("#answering", Vertical)
        await place.remove_children()
        await place.mount(widget)
        widget.focus()

    def _tell(self, text: str, role: str) -> None:
        self.query_one("#told", Page).show([say((text, role))] if text else [])

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take a typed answer if it means something; explain the form if not."""
        await self._understand(event.value)

    async def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Take a chosen option, or how sure the learner is."""
        if event.choices.id == "options":
            await self._understand(self.prediction.options[event.index].key)
        else:
            await self._record(SURENESS[event.index])

    async def _understand(self, text: str) -> None:
        value = answers.understand(self.prediction, text)
        if isinstance(value, answers.Misread):
            self._tell(value.sentence, "t-warn")
            return
        self._answer = text
        self._tell(f"You say: {answers.show(self.prediction, value)}. How sure are you?", "t-strong")
        await self._put(Choices([say(word) for word in SURENESS], self.desk.symbols, id="sureness"))

    async def _record(self, confidence: Confidence) -> None:
        self._predict(confidence)
        self.pending = list(self.desk.session.pending_predictions(self.question))
        if self.pending:
            await self._ask()
        else:
            self.dismiss(True)

    @said
    def _predict(self, confidence: Confidence) -> None:
        self.desk.session.predict(self.prediction.name, self._answer, confidence)

    @said
    def action_skip(self) -> None:
        """Record that the rest was skipped, and close, even where nothing can be recorded."""
        try:
            self.desk.session.skip_predictions()
        finally:
            self.dismiss(False)

    async def action_accept(self) -> None:
        """Do what Enter does, for the mouse."""
        for field in self.query(Input):
            await self._understand(field.value)
            return
        self.query_one(Choices).action_choose()

    async def action_again(self) -> None:
        """Go back from how sure to the answer."""
        await self._ask()
