"""Knowing what one knows: confidence against outcome, surprises, misconceptions, time, retention."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import get_args

from tutor.model import Confidence, Event, Question
from tutor.records import record
from tutor.review.deck import Deck
from tutor.review.memory import first_of_days
from tutor.review.session import ReviewSession
from tutor.session import Session
from tutor.summary import PAUSE, Summary, summarize

CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)

JUST_RIGHT: dict[Confidence, float] = {"guess": 1 / 3, "think so": 2 / 3, "sure": 0.95}
"""The share of right answers at which each word would say exactly what it means."""


@record
class Level:
    """The predictions made with one confidence."""

    confidence: Confidence
    answered: int
    right: int

    @property
    def share(self) -> float:
        """The share of right ones; 0 of none."""
        return self.right / self.answered if self.answered else 0.0


@record
class Met:
    """A misconception that was met."""

    question: Question
    slug: str
    times: int
    last: float
    """When it was last seen, in seconds since the epoch."""
    overcome: bool
    """Whether the question was passed after that."""


@record
class Knowledge:
    """What the journal tells a learner about themselves."""

    summary: Summary
    levels: tuple[Level, ...]
    surprises: tuple[tuple[str, int], ...]
    """Sections and how many confident misses they held, most first."""
    met: tuple[Met, ...]
    """The latest first."""
    time: tuple[tuple[Question, float], ...]
    """Seconds spent on each question that took any, longest first."""
    due: int
    cards: int
    remembered: int
    """Of `recalled`, how many were known."""
    recalled: int
    """Cards that came back after a day or more."""


def know(session: Session, review: ReviewSession) -> Knowledge:
    """Count what the journal of a workspace tells about its learner. Nothing of it leaves the machine."""
    review.refresh()
    events = [event for event in session.journal.events if event.data.get("lab") == session.lab.name]
    remembered, recalled = _retention(review.deck)
    return Knowledge(
        summary=summarize(session),
        levels=_levels(session),
        surprises=_surprises(session),
        met=_met(session, events),
        time=_time(session, events),
        due=len(review.plan().cards),
        cards=sum(1 for _ in review.deck.all()),
        remembered=remembered,
        recalled=recalled,
    )


def _levels(session: Session) -> tuple[Level, ...]:
    known = [
        one
        for question in session.lab.questions
        for one in session.progress[question.slug].predictions.values()
        if one.right is not None and not one.skipped
    ]
    return tuple(
        Level(
            word,
            sum(one.confidence == word for one in known),
            sum(one.confidence == word and bool(one.right) for one in known),
        )
        for word in CONFIDENCES
    )


def _surprises(session: Session) -> tuple[tuple[str, int], ...]:
    counts = Counter[str]()
    for question in session.lab.questions:
        foreseen = session.progress[question.slug].predictions.values()
        counts[question.section] += sum(one.surprise for one in foreseen)
    return tuple((section, number) for section, number in counts.most_common() if number)


def _met(session: Session, events: Iterable[Event]) -> tuple[Met, ...]:
    questions = {question.slug: question for question in session.lab.questions}
    found: dict[tuple[str, str], list[float]] = {}
    passed: dict[str, float] = {}
    for event in events:
        slug, name = str(event.data.get("question")), event.data.get("misconception")
        if event.kind != "checked" or slug not in questions:
            continue
        if event.data.get("status") == "passed":
            passed[slug] = event.at
        elif isinstance(name, str):
            found.setdefault((slug, name), []).append(event.at)
    met = [
        Met(questions[slug], name, len(times), times[-1], passed.get(slug, 0.0) >= times[-1])
        for (slug, name), times in found.items()
    ]
    return tuple(sorted(met, key=lambda one: -one.last))


def _time(session: Session, events: list[Event]) -> tuple[tuple[Question, float], ...]:
    """The gaps before the events of a question, without the pauses."""
    spent = Counter[str]()
    for before, event in pairwise(events):
        gap = event.at - before.at
        if 0 < gap < PAUSE:
            spent[str(event.data.get("question"))] += int(gap)
    found = [(question, float(spent[question.slug])) for question in session.lab.questions]
    return tuple(sorted((one for one in found if one[1] >= 1), key=lambda one: -one[1]))


def _retention(deck: Deck) -> tuple[int, int]:
    """How many cards were known, of those that came back on another day."""
    again = [review for history in deck.histories.values() for review in first_of_days(history.reviews)[1:]]
    return sum(review.grade > 1 for review in again), len(again)
