"""The review's screen, its first layer: where the card, the answer and the keys stand."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from tutor.review.opening import open_review
from tutor.review.prompts import Prompt
from tutor.review.words import GRADE_WORDS
from tutor.ui.desk import Desk
from tutor.ui.screens.base import TutorScreen
from tutor.ui.widgets.bars import KeyBar, KeyItem
from tutor.ui.widgets.page import Page

WIDEST = 90
"""Columns: longer lines are hard to read."""


class AnswerField(Input):
    """A line to answer on; a space before anything else is not part of an answer."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Leave such a space to the screen, where it shows the answer."""
        return super().check_consume_key(key, character) and (key != "space" or bool(self.value))


class ReviewBase(TutorScreen[None]):
    """Shows a card; the layers above ask it and grade it."""

    DEFAULT_CSS = """
    ReviewBase #count { height: 1; width: 100%; padding: 0 1; background: $panel; }
    ReviewBase #card { height: 1fr; max-width: 90; margin-top: 1; }
    ReviewBase #answering { height: auto; max-height: 60%; padding: 0 1; max-width: 90; }
    .-short ReviewBase #card { margin-top: 0; }
    """

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

    @property
    def prompt(self) -> Prompt | None:
        """What is asked now."""
        return self.review.prompt

    @property
    def card(self) -> Page:
        """The text of the card."""
        return self.query_one("#card", Page)

    async def put(self, widget: Widget | None) -> None:
        """Put the place for the answer right below the question; without one the card has all the room."""
        self._answering = widget is not None
        self.fit()
        place = self.query_one("#answering", Vertical)
        await place.remove_children()
        if widget is not None:
            await place.mount(widget)
            widget.focus()
        else:
            self.card.focus()

    def fit(self) -> None:
        """Give the card the rows it needs, or all there are."""
        rows = self.card.rows(max(1, min(self.size.width, WIDEST) - 2))
        self.card.styles.height = (
            min(rows + 1, max(3, self.size.height * 6 // 10)) if self._answering else "1fr"
        )

    def on_resize(self) -> None:
        """Fit the card to the new width."""
        self.call_after_refresh(self.fit)

    def count(self) -> None:
        """Say how many cards are left, and how many rest."""
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

    def show_keys(self) -> None:
        """Show the keys that matter now."""
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
