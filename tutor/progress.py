"""What the events of a journal say about each question. Derived, never stored; updated event by event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from tutor.model import Event, Status


@dataclass
class Foreseen:
    """One prediction of the learner and, once known, how it turned out."""

    answer: str
    """As the learner typed it, or the key of an option; empty when skipped."""
    confidence: str
    skipped: bool = False
    actual: object = None
    right: bool | None = None
    """None until the actual value has been revealed."""
    surprise: bool = False
    """Sure of it, and wrong."""
    why: str = ""
    """What the learner wrote after a surprise."""


@dataclass
class QuestionProgress:
    """Everything known about one question of one lab."""

    opened: bool = False
    passed: bool = False
    """Whether a check was ever green. A look or run question owes an explanation besides."""
    last_status: Status | None = None
    attempts: int = 0
    """Checks of something written (fresh stubs do not count)."""
    misconception: str | None = None
    """Of the last check."""
    failing: str = ""
    """The name of the first check that did not pass last time."""
    misconceptions: list[str] = field(default_factory=list)
    """All that were met, in order."""
    predictions: dict[str, Foreseen] = field(default_factory=dict)
    hints: list[tuple[str, int]] = field(default_factory=list)
    """(target of the ladder, rung from 0) in the order they were taken."""
    gave_up: bool = False
    explanation: str = ""
    ticks: list[bool] = field(default_factory=list)
    last_green: str = ""
    """sha256 of the last version that passed."""


class Progress:
    """The progress of one lab."""

    def __init__(self, lab: str, events: Iterable[Event] = ()) -> None:
        self.lab = lab
        self.welcomed = False
        self.unprotected: frozenset[str] = frozenset()
        """What was said to be open for want of a wall."""
        self.damage_told: set[int] = set()
        """The damaged lines of the journal that the learner has been told about."""
        self._questions: dict[str, QuestionProgress] = {}
        for event in events:
            self.apply(event)

    def __getitem__(self, slug: str) -> QuestionProgress:
        return self._questions.setdefault(slug, QuestionProgress())

    def as_data(self) -> dict[str, Any]:
        """Everything known, as JSON can hold it."""
        questions = {slug: asdict(state) for slug, state in self._questions.items()}
        return {
            "welcomed": self.welcomed,
            "unprotected": sorted(self.unprotected),
            "damage_told": sorted(self.damage_told),
            "questions": questions,
        }

    @classmethod
    def from_data(cls, lab: str, data: dict[str, Any]) -> Progress:
        """The progress that `as_data` described; KeyError, TypeError or ValueError if it is none."""
        progress = cls(lab)
        progress.welcomed = bool(data["welcomed"])
        progress.unprotected = frozenset(map(str, data.get("unprotected", ())))
        progress.damage_told = set(map(int, data.get("damage_told", ())))
        for slug, fields in data["questions"].items():
            state = QuestionProgress(**fields)
            state.last_status = Status(state.last_status) if state.last_status else None
            state.predictions = {name: Foreseen(**seen) for name, seen in fields["predictions"].items()}
            state.hints = [(target, rung) for target, rung in fields["hints"]]
            progress._questions[slug] = state
        return progress

    def apply(self, event: Event) -> None:
        """Take one more event into account; unknown kinds, other labs and damaged fields change nothing."""
        data = event.data
        if event.kind == "welcomed":
            self.welcomed = True
        elif event.kind == "unprotected" and isinstance(data.get("gaps"), list):
            self.unprotected |= frozenset(map(str, data["gaps"]))
        elif event.kind == "damage_told" and isinstance(lines := data.get("lines"), list):
            self.damage_told |= {line for line in lines if isinstance(line, int)}
        if data.get("lab") != self.lab or not isinstance(slug := data.get("question"), str):
            return
        update = _UPDATES.get(event.kind)
        if update is None:
            return
        try:
            update(self[slug], event)
        except (KeyError, TypeError, ValueError):
            return


def _opened(question: QuestionProgress, _event: Event) -> None:
    question.opened = True


def _predicted(question: QuestionProgress, event: Event) -> None:
    data = event.data
    question.predictions[data["prediction"]] = Foreseen(data["answer"], data["confidence"], data["skipped"])


def _revealed(question: QuestionProgress, event: Event) -> None:
    data = event.data
    foreseen = question.predictions[data["prediction"]]
    foreseen.actual, foreseen.right, foreseen.surprise = data["actual"], data["right"], data["surprise"]


def _whyed(question: QuestionProgress, event: Event) -> None:
    question.predictions[event.data["prediction"]].why = event.data["text"]


def _hinted(question: QuestionProgress, event: Event) -> None:
    taken = (str(event.data["target"]), int(event.data["rung"]))
    if taken not in question.hints:
        question.hints.append(taken)


def _checked(question: QuestionProgress, event: Event) -> None:
    data = event.data
    status = Status(data["status"])
    question.last_status = status
    question.misconception = data["misconception"]
    question.failing = next((name for name, s in data["results"] if s not in ("passed", "skipped")), "")
    if status is not Status.UNWRITTEN:
        question.attempts += 1
    if question.misconception and question.misconception not in question.misconceptions:
        question.misconceptions.append(question.misconception)
    if status is Status.PASSED:
        question.passed = True
        question.last_green = data["sha256"]


def _gave_up(question: QuestionProgress, _event: Event) -> None:
    question.gave_up = True


def _explained(question: QuestionProgress, event: Event) -> None:
    question.explanation = event.data["text"]
    question.ticks = []


def _ticked(question: QuestionProgress, event: Event) -> None:
    question.ticks = [bool(tick) for tick in event.data["points"]]


_UPDATES = {
    "opened": _opened,
    "predicted": _predicted,
    "revealed": _revealed,
    "whyed": _whyed,
    "hinted": _hinted,
    "checked": _checked,
    "gave_up": _gave_up,
    "explained": _explained,
    "ticked": _ticked,
}
