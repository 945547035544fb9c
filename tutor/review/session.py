"""What every front end does in a review: ask a card, take an answer, show what was said before, grade."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path
from typing import Any, Protocol

from tutor import answers
from tutor.errors import CheckerError, ContentError, TutorError
from tutor.journal import Journal
from tutor.model import Lab, Question, Report, Status
from tutor.records import record
from tutor.review.cards import Card
from tutor.review.days import Clock, Days, day_text
from tutor.review.deck import Deck
from tutor.review.earlier import Earlier, earlier
from tutor.review.memory import GRADES, Memory, Review
from tutor.review.plan import Plan, plan
from tutor.review.prompts import Drawer, Prompt, prompt, scratch
from tutor.review.settings import ReviewSettings
from tutor.review.words import interval, minutes
from tutor.tail import Tail
from tutor.workspace import Workspace


class Checker(Drawer, Protocol):
    """What a review needs of `tutor.checking.client.Checker`."""

    def check(
        self,
        question: Question,
        path: Path,
        workspace: Path,
        *,
        seed: int | None = None,
        figures: bool = True,
    ) -> AsyncGenerator[Any]:
        """Results and one Report about a file."""
        ...


@record
class Turned:
    """The other side of a card."""

    prompt: Prompt
    answer: str
    """What was answered, in words; empty if nothing was."""
    actual: str
    """What is right: a value in words, or Markdown for `recall`."""
    right: bool | None
    """None if only the learner can tell."""
    earlier: tuple[Earlier, ...]
    suggested: int
    """The grade that fits the answer; the learner decides."""


class ReviewSession:
    """One learner going through the cards of one lab."""

    def __init__(
        self,
        lab: Lab,
        workspace: Workspace,
        journal: Journal,
        checker: Checker,
        *,
        settings: ReviewSettings | None = None,
        limit: int | None = None,
        clock: Clock = time.time,
        days: Days | None = None,
    ) -> None:
        self.lab = lab
        self.workspace = workspace
        self.journal = journal
        self.checker = checker
        self.settings = settings or ReviewSettings()
        self.limit = limit or self.settings.limit
        self.clock = clock
        self.memory = Memory(self.settings)
        self.days = days or Days()
        self.turned: Turned | None = None
        """Set while the other side of the current card is shown."""
        self.prompt: Prompt | None = None
        self.refused: list[str] = []
        """Sentences about cards that could not be asked."""
        self._last: tuple[str, int] | None = None
        self._skipped: set[str] = set()
        self._asked_at = 0.0
        self._start()

    @property
    def today(self) -> int:
        """The day of study, as an ordinal."""
        return self.days.of(self.clock())

    def refresh(self) -> None:
        """Take in what was added to the journal, by this tutor or another."""
        restarts = self._tail.restarts
        events = self._tail.read()
        if self._tail.restarts != restarts:
            self.deck = Deck(self.lab, self.memory, self.days, self.clock)
        self.deck.follow(events)

    def plan(self) -> Plan:
        """What is to be asked today, as it stands now."""
        self.refresh()
        last = self._last[0] if self._last and self._last[1] == self.today else None
        return plan(self.deck, self.limit, last, frozenset(self._skipped))

    def grow(self) -> int:
        """Write down the cards that the journal calls for; returns how many were new."""
        self.refresh()
        missing = self.deck.missing()
        self.journal.append_all("card_added", [self._telling(card) for card in missing])
        self.refresh()
        return len(missing)

    def set_exam(self, day: int | None) -> None:
        """Note when the exam is (an ordinal), or that there is none; TutorError for a day that has passed."""
        if day is not None and day <= self.today:
            raise TutorError(f"{day_text(day)} is not in the future; give the day of the exam as YYYY-MM-DD.")
        self.journal.append("exam_set", lab=self.lab.name, date=None if day is None else day_text(day))
        self.refresh()

    async def next(self) -> Prompt | None:
        """The next card of today, or None; a card that cannot be asked is left out with a sentence."""
        self.turned = self.prompt = None
        while cards := self.plan().cards:
            card = cards[0]
            try:
                self.prompt = await prompt(card, self.deck, self.workspace, self.checker)
            except (CheckerError, ContentError) as error:
                self._skipped.add(card.id)
                self.refused.append(str(error))
                continue
            self._asked_at = self.clock()
            return self.prompt
        return None

    def answer(self, text: str) -> Turned | answers.Misread:
        """Turn the card with an answer; a form that means nothing here is explained, not graded."""
        current = self._current()
        value = current.understand(text)
        if isinstance(value, answers.Misread):
            return value
        prediction = current.prediction
        if prediction is None:
            return self._turn(current, str(value), None)
        right = answers.matches(prediction, value, current.answer)
        shown = current.shown(value) if current.options else text.strip()
        return self._turn(current, shown, right)

    def show(self) -> Turned:
        """Turn the card without an answer."""
        return self._turn(self._current(), "", None)

    async def check(self) -> AsyncGenerator[Any]:
        """Check the scratch file of a `retype` card; the report turns the card.

        The exercise and what is known of it stay as they are.
        """
        current = self._current()
        if current.path is None:
            return
        path, root = current.path, self.workspace.root
        async with aclosing(self.checker.check(current.question, path, root, figures=False)) as run:
            async for message in run:
                if isinstance(message, Report) and message.status is not Status.UNWRITTEN:
                    passed = message.status is Status.PASSED
                    self._turn(current, "it passes" if passed else "it does not pass", passed)
                yield message

    def intervals(self) -> dict[int, str]:
        """When the current card comes back, for each grade."""
        return {grade: self._interval(self._current().card, grade) for grade in GRADES}

    def grade(self, grade: int) -> None:
        """Record how well the current card was known and go on."""
        current, turned = self._current(), self.turned
        if turned is None:
            raise ValueError("a card is graded after it was turned")
        if grade not in GRADES:
            raise ValueError(f"a grade is one of {GRADES}")
        self.journal.append(
            "reviewed",
            lab=self.lab.name,
            question=current.question.slug,
            card=current.card.id,
            grade=grade,
            day=day_text(self.today),
            seed=current.seed,
            answer=turned.answer[:500],
            right=turned.right,
            seconds=round(max(0.0, self.clock() - self._asked_at), 1),
        )
        if current.form == "retype":
            scratch(self.workspace, current.question.slug).unlink(missing_ok=True)
        self._last = (current.card.id, self.today)
        self.turned = self.prompt = None
        self.refresh()

    def _telling(self, card: Card) -> dict[str, Any]:
        return {
            "lab": self.lab.name,
            "question": card.question,
            "card": card.id,
            "sort": card.sort,
            "about": card.about,
            "cause": card.cause,
            "since": card.since,
        }

    def _start(self) -> None:
        self._tail = Tail(self.journal.path)
        self.deck = Deck(self.lab, self.memory, self.days, self.clock)
        self.refresh()

    def _current(self) -> Prompt:
        if self.prompt is None:
            raise ValueError("no card is being asked")
        return self.prompt

    def _turn(self, current: Prompt, answer: str, right: bool | None) -> Turned:
        if self.turned is None or current.form == "retype":
            suggested = {True: 3, False: 1, None: 3 if answer else 1}[right]
            said = earlier(self.deck, current.card, current.question, self.journal)
            actual = "" if current.form == "retype" else current.shown(current.answer)
            self.turned = Turned(current, answer, actual, right, said, suggested)
        return self.turned

    def _interval(self, card: Card, grade: int) -> str:
        now, today = self.clock(), self.today
        standing = self.memory.after(self.deck.standing(card.id), Review(today, now, grade))
        if standing.learning:
            return minutes(standing.due_at - now)
        return interval(self.deck.capped(card.id, standing, today) - today)


def due_today(
    lab: Lab, journal: Journal, settings: ReviewSettings | None = None, days: Days | None = None
) -> int:
    """How many cards are due now, for the first screen and the list; writes nothing."""
    settings = settings or ReviewSettings()
    deck = Deck(lab, Memory(settings), days or Days(), journal.clock)
    deck.follow(Tail(journal.path).read())
    return len(plan(deck, settings.limit).cards)
