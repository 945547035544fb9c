"""Goes through the cards that are due: the question, an answer, what it really is, how well it was known."""

from __future__ import annotations

from contextlib import aclosing
from typing import Any, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from tutor import answers
from tutor.errors import CheckerError
from tutor.model import Report
from tutor.report_text import report_text
from tutor.review.opening import open_review
from tutor.review.plain import closing, opening
from tutor.review.prompts import Prompt
from tutor.review.words import GRADE_WORDS
from tutor.ui import editor
from tutor.ui.blocks import Block, say, verbatim
from tutor.ui.desk import Desk
from tutor.ui.said import said
from tutor.ui.screens.base import TutorScreen
from tutor.ui.screens.review_text import ask_text, option_blocks, turned_text
from tutor.ui.widgets.bars import KeyBar, KeyItem
from tutor.ui.widgets.choices import Choices
from tutor.ui.widgets.page import Page

WIDEST = 90
"""Columns: longer lines are hard to read."""


class AnswerField(Input):
    """A line to answer on; a space before anything else is not part of an answer."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Leave such a space to the screen, where it shows the answer."""
        return super().check_consume_key(key, character) and (key != "space" or bool(self.value))


class ReviewScreen(TutorScreen[None]):
    """Closes when the learner stops; every grade is written down at once."""

    DEFAULT_CSS = """
    ReviewScreen #count { height: 1; width: 100%; padding: 0 1; background: $panel; }
    ReviewScreen #card { height: 1fr; max-width: 90; margin-top: 1; }
    ReviewScreen #answering { height: auto; max-height: 60%; padding: 0 1; max-width: 90; }
    .-short ReviewScreen #card { margin-top: 0; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "show", "Show the answer", show=False, id="review.show", priority=True),
        *(Binding(str(k), f"grade({k})", word, show=False) for k, word in GRADE_WORDS.items()),
        Binding("enter", "go_on", "Go on", show=False, id="review.go_on"),
        Binding("e", "edit", "Open the scratch file", show=False, id="review.edit"),
        Binding("r", "check", "Check the scratch file", show=False, id="review.check"),
        Binding("escape", "close", "Back", show=False, id="review.close"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="review")
        self.desk = desk
        self.review = open_review(desk.session, desk.review_limit)
        self.asked = self.right = 0
        self._answering = False
        self.over = False
        """Whether there is nothing more to ask now."""

    def compose(self) -> ComposeResult:
        """Lay out the count, the card, a place for the answer, and the keys."""
        yield Static("", id="count", markup=False)
        yield Page(id="card")
        yield Vertical(id="answering")
        yield KeyBar(id="keys")

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

    @property
    def prompt(self) -> Prompt | None:
        """What is asked now."""
        return self.review.prompt

    @property
    def card(self) -> Page:
        """The text of the card."""
        return self.query_one("#card", Page)

    @work(exclusive=True, group="card")
    async def _next(self) -> None:
        """Ask the next card; its values are drawn by running code, which may take a moment the first time."""
        self._count()
        self.card.show([say(("One moment: its values are being drawn …", "t-dim"))])
        await self._put(None)
        try:
            current = await self.review.next()
        except (CheckerError, OSError) as error:
            self.notify(str(error), severity="error", timeout=12, markup=False)
            current = None
        for sentence in self.review.refused:
            self.notify(sentence, severity="warning", markup=False)
        self.review.refused.clear()
        await (self._end() if current is None else self._ask(current))

    async def _ask(self, current: Prompt) -> None:
        self._count()
        self.card.show(ask_text(current))
        if current.options:
            await self._put(Choices(option_blocks(current, self.desk), self.desk.symbols, id="options"))
        elif current.form == "retype":
            await self._put(None)
        else:
            await self._put(AnswerField(id="answer", compact=True, placeholder="your answer"))
        self._keys()

    async def _end(self) -> None:
        self.over = True
        self._count()
        plan = self.review.plan()
        said = (
            closing(self.review, self.asked, self.right) if self.asked else opening(plan, self.review.limit)
        )
        self.card.show([say((said, "t-strong"))])
        await self._put(None)
        self._keys()

    async def _put(self, widget: Widget | None) -> None:
        """Put the place for the answer right below the question; without one the card has all the room."""
        self._answering = widget is not None
        self._fit()
        place = self.query_one("#answering", Vertical)
        await place.remove_children()
        if widget is not None:
            await place.mount(widget)
            widget.focus()
        else:
            self.card.focus()

    def _fit(self) -> None:
        rows = self.card.rows(max(1, min(self.size.width, WIDEST) - 2))
        self.card.styles.height = (
            min(rows + 1, max(3, self.size.height * 6 // 10)) if self._answering else "1fr"
        )

    def on_resize(self) -> None:
        """Fit the card to the new width."""
        self.call_after_refresh(self._fit)

    def _count(self) -> None:
        plan = self.review.plan()
        parts = [f"Review: {len(plan.cards)} left" if plan.cards else "Review"]
        if self.asked:
            parts.append(f"{self.asked} done")
        if plan.waiting:
            parts.append(f"{len(plan.waiting)} back in a few minutes")
        if plan.siblings:
            parts.append(f"{plan.siblings} rest until tomorrow")
        if plan.beyond:
            parts.append(f"{plan.beyond} another day")
        self.query_one("#count", Static).update(", ".join(parts))

    def _keys(self) -> None:
        self.query_one(KeyBar).show(self._items())

    def _items(self) -> list[KeyItem]:
        back = KeyItem("Esc", "stop", "screen.close")
        if self.review.turned:
            waits = self.review.intervals()
            grades = [
                KeyItem(str(k), f"{word} {waits[k]}", f"screen.grade({k})") for k, word in GRADE_WORDS.items()
            ]
            return [*grades, back]
        if self.prompt is None:
            return [KeyItem("Esc", "back", "screen.close")]
        show = KeyItem("Space", "show the answer", "screen.show")
        if self.prompt.form == "retype":
            edit, check = KeyItem("e", "editor", "screen.edit"), KeyItem("r", "check", "screen.check")
            return [edit, check, KeyItem("Space", "give up", "screen.show"), back]
        return [KeyItem("Enter", "answer", "screen.go_on"), show, back]

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
            self._fit()
            return
        await self._turn()

    async def action_show(self) -> None:
        """Turn the card."""
        if self.prompt is not None:
            self.review.show()
            await self._turn()

    async def _turn(self) -> None:
        turned = self.review.turned
        assert turned is not None
        self.card.show([*ask_text(turned.prompt, turned=True), say(""), *turned_text(turned, self.desk)])
        await self._put(None)
        self._keys()

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

    def action_edit(self) -> None:
        """Open the scratch file in the learner's editor."""
        assert self.prompt is not None and self.prompt.path is not None
        parts = editor.command(self.desk.settings.edit_cmd)
        if not parts:
            self.notify(
                f"There is no editor here; open {self.prompt.path} elsewhere, then press r.", markup=False
            )
        elif editor.has_window(parts):
            self._complain(editor.open_in_window(parts, self.prompt.path))
        else:
            with self.app.suspend():
                complaint = editor.open_in_terminal(parts, self.prompt.path)
            self._complain(complaint)
            self.action_check()

    def _complain(self, sentence: str) -> None:
        if sentence:
            self.notify(sentence, severity="error", timeout=12, markup=False)

    @work(exclusive=True, group="check")
    async def action_check(self) -> None:
        """Check the scratch file; what it says stands below the question."""
        current = self.prompt
        if current is None or current.path is None:
            return
        self.card.show([*ask_text(current), say(""), say(("Checking …", "t-dim"))])
        try:
            async with aclosing(self.review.check()) as run:
                async for message in run:
                    if isinstance(message, Report):
                        await self._checked(current, message)
        except CheckerError as error:
            self._complain(str(error))

    async def _checked(self, current: Prompt, report: Report) -> None:
        lines = verbatim(report_text(report, ascii_only=self.desk.settings.ascii))
        turned = self.review.turned
        if turned is None or not turned.right:
            self.review.turned = None  # not given up yet
            self.card.show([*ask_text(current), say(""), *lines])
        else:
            after: list[Block] = turned_text(turned, self.desk)
            self.card.show([*ask_text(current), say(""), *lines, *after])
        self._keys()

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
        self.desk.due = len(self.review.plan().cards)
