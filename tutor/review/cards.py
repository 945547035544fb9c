"""Cards, and what makes them: a missed prediction, a misconception, a gap in an explanation, a pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, get_args

from tutor.errors import ContentError
from tutor.model import Event, Lab, Question, Status
from tutor.records import record
from tutor.review.declared import Declared

Sort = Literal["ask", "mistake", "explain", "retype"]
"""ask: a prediction or its family; mistake: a misconception; explain: the "why"; retype: the function."""

Cause = Literal["surprise", "mistake", "miss", "incomplete", "concept"]
"""Why there is a card, most urgent first: a confident miss comes back before all others."""

SORTS: tuple[Sort, ...] = get_args(Sort)
CAUSES: tuple[Cause, ...] = get_args(Cause)


@record
class Card:
    """Something to be asked again and again."""

    question: str
    sort: Sort
    about: str
    """The prediction or family, the misconception's slug; empty for the question as a whole."""
    cause: Cause
    since: float
    """When it was earned, in seconds since the epoch."""

    @property
    def id(self) -> str:
        """The same for the same card in every journal."""
        return f"{self.question}/{self.sort}/{self.about}".rstrip("/")


def first_earned(card: Card) -> tuple[float, int]:
    """What decides between two tellings of the same card: the earlier, then the more urgent."""
    return card.since, CAUSES.index(card.cause)


class Causes:
    """Follows the events of one lab and tells which cards they call for."""

    def __init__(self, lab: Lab) -> None:
        self.declared = Declared(lab.folder)
        self.wanted: dict[str, Card] = {}
        self._questions = {question.slug: question for question in lab.questions}
        self._green: set[str] = set()
        self._explained: set[str] = set()

    def apply(self, event: Event, at: float) -> None:
        """Take one event of this lab into account; `at` is its time, corrected if it could not be true."""
        question = self._questions.get(str(event.data.get("question")))
        follow = _CAUSES.get(event.kind)
        if question is None or follow is None:
            return
        for sort, about, cause in follow(self, question, event):
            card = Card(question.slug, sort, about, cause, at)
            self.wanted[card.id] = min(card, self.wanted.get(card.id, card), key=first_earned)

    def answerable(self, card: Card) -> bool:
        """Whether the lab can still ask this: it may come from another version of the lab."""
        question = self._questions.get(card.question)
        if question is None:
            return False
        if card.sort == "ask":
            return card.about in self.declared.families(card.question) or _predicts(question, card.about)
        if card.sort == "mistake":
            return card.about in self.declared.misconceptions(card.question)
        return card.sort == "explain" or question.kind == "code"

    def _revealed(self, question: Question, event: Event) -> Iterator[tuple[Sort, str, Cause]]:
        name = event.data.get("prediction")
        if event.data.get("right") is False and isinstance(name, str):
            about = self.declared.stands_for(question.slug, name)
            yield "ask", about, "surprise" if event.data.get("surprise") else "miss"

    def _checked(self, question: Question, event: Event) -> Iterator[tuple[Sort, str, Cause]]:
        found = event.data.get("misconception")
        if isinstance(found, str) and found in self.declared.misconceptions(question.slug):
            yield "mistake", found, "mistake"
        if event.data.get("status") == Status.PASSED:
            self._green.add(question.slug)
            yield from self._concepts(question)

    def _told_why(self, question: Question, _event: Event) -> Iterator[tuple[Sort, str, Cause]]:
        self._explained.add(question.slug)
        yield from self._concepts(question)

    def _ticked(self, _question: Question, event: Event) -> Iterator[tuple[Sort, str, Cause]]:
        points = event.data.get("points")
        if isinstance(points, list) and not all(points):
            yield "explain", "", "incomplete"

    def _concepts(self, question: Question) -> Iterator[tuple[Sort, str, Cause]]:
        """Once a question is done: its families, and its functions to be written again."""
        if question.slug not in self._green or (
            question.kind != "code" and question.slug not in self._explained
        ):
            return
        for name in self.declared.families(question.slug):
            yield "ask", name, "concept"
        if question.kind == "code":
            yield "retype", "", "concept"


def _predicts(question: Question, name: str) -> bool:
    try:
        return any(prediction.name == name for prediction in question.predictions)
    except ContentError:  # its text is broken; the others can be asked
        return False


_CAUSES: dict[str, Callable[[Causes, Question, Event], Iterator[tuple[Sort, str, Cause]]]] = {
    "revealed": Causes._revealed,
    "checked": Causes._checked,
    "explained": Causes._told_why,
    "ticked": Causes._ticked,
}
