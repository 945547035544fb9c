"""The cards of one lab as the journal tells them: added, reviewed, and when each is due."""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tutor.model import Event, Lab
from tutor.review.cards import CAUSES, SORTS, Card, Causes, first_earned
from tutor.review.days import DAY, Clock, Days, read_day
from tutor.review.memory import GRADES, History, Memory, Review, Standing

TELLING = frozenset(("predicted", "revealed", "whyed", "explained", "ticked", "checked", "reviewed"))
"""Kinds of events in which the learner said something that a card may show again."""


class Deck:
    """Derived from events alone: replaying, merging or repeating them gives the same deck."""

    def __init__(self, lab: Lab, memory: Memory, days: Days, clock: Clock) -> None:
        self.lab = lab
        self.memory = memory
        self.days = days
        self.clock = clock
        self.causes = Causes(lab)
        self.cards: dict[str, Card] = {}
        self.histories: dict[str, History] = {}
        self.told: dict[str, list[Event]] = {}
        """What was said about each question, in order."""
        self.exam: int | None = None
        """The day of the exam that was set last, even if it is over."""
        self.exam_set = 0
        """The day on which it was set."""
        self._last_exam = (0.0, 0)
        self._touched: dict[int, set[str]] = {}
        self._credible: float | None = None

    def follow(self, events: Iterable[Event]) -> None:
        """Take more events into account; those of other labs or of an unknown form change nothing."""
        for event in events:
            at = self._credited(event.at)
            if event.data.get("lab") != self.lab.name:
                continue
            self.causes.apply(event, at)
            if event.kind == "card_added":
                self._added(event, at)
            elif event.kind == "reviewed":
                self._reviewed(event, at)
            elif event.kind == "exam_set":
                self._exam(read_day(event.data.get("date")), at)
            if event.kind in TELLING:
                told = event if event.at == at else replace(event, at=at)
                self.told.setdefault(str(event.data.get("question")), []).append(told)

    def missing(self) -> list[Card]:
        """Cards that the events call for and that nobody has added yet."""
        return [card for id, card in self.causes.wanted.items() if id not in self.cards]

    def all(self) -> Iterator[Card]:
        """Every card that can still be asked, those to be added included."""
        for card in (*self.cards.values(), *self.missing()):
            if self.causes.answerable(card):
                yield card

    def standing(self, id: str) -> Standing | None:
        """What the reviews of a card amount to; None if it is new."""
        history = self.histories.get(id)
        return history.standing if history else None

    def touched(self, day: int) -> set[str]:
        """The cards that were reviewed on a day."""
        return self._touched.get(day, set())

    def days_to_exam(self, today: int) -> int | None:
        """How many days are left before the exam, this one included; None without one to come."""
        return self.exam - today if self.exam is not None and self.exam > today else None

    def due_day(self, card: Card, today: int) -> int:
        """The day on which a card comes back; before an exam everything comes back once more."""
        standing = self.standing(card.id)
        if standing is None:
            return self.days.of(card.since)
        return self.capped(card.id, standing, today)

    def capped(self, id: str, standing: Standing, today: int) -> int:
        """The due day, brought forward if it lies on or behind the exam: somewhere before, spread evenly.

        What was seen on the day before the exam is left alone, and so is what comes back in time anyway.
        """
        if self.days_to_exam(today) is None or self.exam is None or standing.due_day < self.exam:
            return standing.due_day
        start = max(standing.day, self.exam_set)
        left = self.exam - start
        if left <= 1:
            return start if standing.day < start else standing.due_day
        # Reviewed since the exam was set: the second half of what is left, so that intervals still grow.
        first = left // 2 if standing.day >= self.exam_set else 0
        return start + max(1, first + zlib.crc32(id.encode()) % (left - first))

    def _added(self, event: Event, at: float) -> None:
        data = event.data
        sort, cause = data.get("sort"), data.get("cause")
        question, about = data.get("question"), data.get("about")
        if sort in SORTS and cause in CAUSES and isinstance(question, str) and isinstance(about, str):
            since = data.get("since")
            earned = float(since) if isinstance(since, int | float) and 0 <= since <= at else at
            card = Card(question, sort, about, cause, earned)
            self.cards[card.id] = min(card, self.cards.get(card.id, card), key=first_earned)

    def _exam(self, day: int | None, at: float) -> None:
        if (at, day or 0) >= self._last_exam:
            self._last_exam = (at, day or 0)
            self.exam, self.exam_set = day, self.days.of(at)

    def _reviewed(self, event: Event, at: float) -> None:
        id, grade = event.data.get("card"), event.data.get("grade")
        if not isinstance(id, str) or grade not in GRADES or isinstance(grade, bool):
            return
        day = read_day(event.data.get("day")) if at == event.at else None
        # A day that is far from its own moment is as wrong as a clock can be.
        own = self.days.of(at)
        review = Review(day if day is not None and abs(day - own) <= 1 else own, at, int(grade))
        self.histories.setdefault(id, History()).add(review, self.memory)
        self._touched.setdefault(review.day, set()).add(id)

    def _credited(self, at: float) -> float:
        """The time of an event, or that of the one before it if a wrong clock put it into the future.

        Such a card would else stay away for years. Without a credible event before it, it was now.
        """
        now = self.clock()
        if math.isfinite(at) and 0 <= at <= now + DAY:
            self._credible = float(at)
            return self._credible
        return now if self._credible is None else self._credible
