"""Goes through the cards that are due: the question, an answer, what it really is, how well it was known."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, ClassVar

from textual import events, work
from textual.binding import Binding, BindingType
from textual.widgets import Input

from tutor import answers
from tutor.errors import TutorError
from tutor.review.plain import closing, opening
from tutor.review.prompts import Prompt
from tutor.review.words import GRADE_WORDS
from tutor.ui.blocks import say
from tutor.ui.said import said
from tutor.ui.screens.review_base import AnswerField
from tutor.ui.screens.review_retype import ReviewRetype
from tutor.ui.screens.review_text import ask_text, option_blocks, turned_text
from tutor.ui.widgets.choices import Choices


class ReviewScreen(ReviewRetype):
    """Closes when the learner stops; every grade is written down at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "show", "Show the answer", show=False, id="review.show", priority=True),
        *(Binding(str(k), f"grade({k})", word, show=False) for k, word in GRADE_WORDS.items()),
        Binding("enter", "go_on", "Go on", show=False, id="review.go_on"),
        Binding("e", "edit", "Open the scratch file", show=False, id="review.edit"),
        Binding("r", "check", "Check the scratch file", show=False, id="review.check"),
        Binding("escape", "close", "Back", show=False, id="review.close"),
    ]

    def on_mount(self) -> None:
        """Ask the first card."""
        for problem in self.review.settings.problems:
            self.notify(problem, severity="warning", timeout=12, markup=False)
        self._begin()

    @said
    def _begin(self) -> None:
        self.review.grow()
        if needed := self.review.plan().needed:
            told = f"All of it before the exam takes {needed} cards a day: tutor review --limit {needed}"
            self.notify(told, timeout=12, markup=False)
        self._next()

    @work(exclusive=True, group="card")
    async def _next(self) -> None:
        """Ask the next card; its values are drawn by running code, which may take a moment the first time."""
        self.count()
        self.card.show([say(("One moment: its values are being drawn …", "t-dim"))])
        await self.put(None)
        try:
            current = await self.review.next()
        except (TutorError, OSError) as error:
            self.complain(str(error))
            current = None
        for sentence in self.review.refused:
            self.notify(sentence, severity="warning", markup=False)
        self.review.refused.clear()
        await (self._end() if current is None else self._ask(current))

    async def _ask(self, current: Prompt) -> None:
        self.count()
        self.card.show(ask_text(current))
        if current.options:
            await self.put(Choices(option_blocks(current, self.desk), self.desk.symbols, id="options"))
        elif current.form == "retype":
            await self.put(None)
        else:
            await self.put(AnswerField(id="answer", compact=True, placeholder="your answer"))
        self.show_keys()

    async def _end(self) -> None:
        self.over = True
        self.count()
        plan = self.review.plan()
        said = (
            closing(self.review, self.asked, self.right) if self.asked else opening(plan, self.review.limit)
        )
        self.card.show([say((said, "t-strong"))])
        await self.put(None)
        self.show_keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Space shows the answer once; grades wait for the other side."""
        if action == "show":
            return self.prompt is not None and self.review.turned is None
        if action == "grade":
            return self.review.turned is not None
        if action in ("edit", "check"):
            return self.prompt is not None and self.prompt.form == "retype" and self.review.turned is None
        return True

    async def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take a typed answer; an empty one shows the answer."""
        event.stop()
        await self._answer(event.value)

    async def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Take a chosen option."""
        await self._answer(chr(ord("a") + event.index))

    async def _answer(self, text: str) -> None:
        if self.prompt is None or self.review.turned:
            return
        if not text.strip():
            await self.action_show()
            return
        found = self.review.answer(text)
        if isinstance(found, answers.Misread):
            self.card.show([*ask_text(self.prompt), say(""), say((found.sentence, "t-warn"))])
            self.fit()
            return
        await self._turn()

    async def action_show(self) -> None:
        """Turn the card."""
        if self.prompt is not None:
            self.review.show()
            await self._turn()

    async def _turn(self) -> None:
        turned = self.review.turned
        if turned is None:
            return
        self.workers.cancel_group(self, "check")
        self.card.show([*ask_text(turned.prompt, turned=True), say(""), *turned_text(turned, self.desk)])
        await self.put(None)
        self.show_keys()

    @said
    def action_grade(self, grade: int) -> None:
        """Record a grade and go on."""
        turned = self.review.turned
        if turned is None:
            return
        self.review.grade(grade)
        self.asked += 1
        self.right += turned.right is True
        self._next()

    def action_go_on(self) -> None:
        """With the other side shown: take the grade that fits the answer. At the end: go back."""
        if self.review.turned:
            self.action_grade(self.review.turned.suggested)
        elif self.over:
            self.action_close()

    def on_key(self, event: events.Key) -> None:
        """Letters go to the answer even when it does not have the keyboard."""
        found = self.query(Input)
        if event.is_printable and event.character and found and not found.first().has_focus:
            found.first().focus()
            found.first().insert_text_at_cursor(event.character)

    @said
    def action_close(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)

    def on_unmount(self, _event: Any) -> None:
        """The count of what is due has changed."""
        with suppress(TutorError):
            self.desk.due = len(self.review.plan().cards)
