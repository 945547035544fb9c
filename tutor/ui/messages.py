"""What happens on the screen, one line each; tests assert on these instead of on pixels."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from tutor.model import Status


@dataclass
class QuestionShown(Message):
    """The learner moved to a question."""

    slug: str


@dataclass
class QuestionChosen(Message):
    """The learner pressed Enter on a question."""

    slug: str


@dataclass
class FileSaved(Message):
    """A file of the learner's was saved, by whatever editor."""

    path: Path


@dataclass
class RunStarted(Message):
    """A check run began."""

    slug: str


@dataclass
class RunEnded(Message):
    """A check run is over; the status is None when it was cancelled."""

    slug: str
    status: Status | None


@dataclass
class ExplanationWritten(Message):
    """The learner wrote their explanation."""

    text: str


@dataclass
class PointsTicked(Message):
    """The learner ticked what their explanation says."""

    points: tuple[bool, ...]


@dataclass
class WhyAnswered(Message):
    """The learner answered the "why?" after a surprise."""

    prediction: str
    text: str
