"""The nouns that every part of the tutor shares. Standard library only; all immutable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal

from tutor.records import record


class Status(StrEnum):
    """The outcome of a check or of a whole report."""

    PASSED = "passed"
    FAILED = "failed"
    ERROR = "error"
    """Our own fault, and said so."""
    TIMED_OUT = "timed_out"
    SKIPPED = "skipped"
    UNWRITTEN = "unwritten"
    """The exercise is still the fresh stub, or a written answer is still owed."""


Kind = Literal["code", "look", "run"]
"""code: the learner writes functions; look: given code draws their work; run: given code to predict."""

PredictionKind = Literal["shape", "number", "choice", "text", "curve"]
Confidence = Literal["guess", "think so", "sure"]
Engine = Literal["numpy", "scipy", "sklearn", "torch"]
"""The heaviest library a question's check needs; each includes the ones before it."""


@record
class Option:
    """One answer to choose from."""

    key: str
    text: str
    curve: tuple[float, ...] = ()
    """The y values of the small curve drawn for it; empty unless the prediction is of kind `curve`."""


@record
class Prediction:
    """What a learner is asked to foresee before the first check."""

    name: str
    """Also the name of the function in `<slug>.py` that computes the actual value."""
    kind: PredictionKind
    ask: str
    """Markdown."""
    options: tuple[Option, ...] = ()
    tolerance: float = 0.0
    """Relative tolerance of a number (an absolute one when the actual value is 0)."""
    why: str = ""
    """Asked once after a confident miss."""


@record
class HintLadder:
    """Hints from vague to pointed, for one failing check or misconception, or for all (`target` empty)."""

    target: str
    rungs: tuple[str, ...]
    """Markdown, each with an alternative way to think and at most one line of code."""


@record
class Explanation:
    """The "why" of a question, answered in the learner's own words before the model answer is shown."""

    ask: str
    model_answer: str
    points: tuple[str, ...]
    """What an honest learner ticks off."""


@record
class Question:
    """One question of a lab, as the learner reads it."""

    slug: str
    number: int
    title: str
    section: str
    kind: Kind
    engine: Engine
    statement: str
    """Markdown with LaTeX between dollar signs."""
    predictions: tuple[Prediction, ...]
    ladders: tuple[HintLadder, ...]
    explanation: Explanation
    alternatives: str
    """Markdown shown beside the solution: other ways and what each costs."""
    source: Path
    """The `.md` file it was read from."""


@record
class Part:
    """A titled run of questions."""

    title: str
    questions: tuple[Question, ...]


@record
class Lab:
    """An ordered set of questions."""

    name: str
    title: str
    opening: str
    """Markdown: how to follow the lab."""
    parts: tuple[Part, ...]
    folder: Path

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order."""
        return tuple(question for part in self.parts for question in part.questions)


@record
class Result:
    """The outcome of one check."""

    name: str
    claim: str
    """What was checked, as a sentence about the learner's function."""
    status: Status
    rationale: str = ""
    """What was seen, with the learner's own numbers; empty unless something is wrong."""
    help: str = ""
    """What to look at next."""
    line: int | None = None
    """The line of the learner's file it points at."""


@record
class Remark:
    """Advice that never fails anything."""

    slug: str
    text: str


@record
class Report:
    """The results of one check run of one question; its fields are the `--json` contract."""

    lab: str
    question: str
    status: Status
    misconception: str | None
    remarks: tuple[str, ...]
    results: tuple[Result, ...]
    path: str
    sha256: str
    seed: int
    seconds: float
    tested: str = ""
    """What a green report means: sizes, seeds, tolerances tried, and what was not tested. Not in `--json`."""


@record
class Series:
    """One curve."""

    name: str
    y: tuple[float, ...]
    """May hold non-finite values: they are part of the truth."""
    x: tuple[float, ...] = ()
    """Empty means 0, 1, 2, …"""


@record
class Curves:
    """Curves on the same axes."""

    title: str
    series: tuple[Series, ...]
    x_label: str = ""
    y_label: str = ""
    log_y: bool = False
    x_max: float | None = None
    """The known end of the x axis while a run is still going on."""


@record
class Picture:
    """Small grey-level images side by side, row-major."""

    title: str
    images: tuple[tuple[tuple[float, ...], ...], ...]
    captions: tuple[str, ...] = ()
    signed: bool = False
    """Whether 0 is the middle of the scale (weights) rather than its end (ink)."""


@record
class Heat:
    """A matrix of counts with its numbers: rows are true classes, columns predicted ones."""

    title: str
    cells: tuple[tuple[float, ...], ...]
    row_labels: tuple[str, ...]
    column_labels: tuple[str, ...]
    row_title: str = ""
    column_title: str = ""


@record
class Table:
    """Rows of text."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Figure = Curves | Picture | Heat | Table


@record
class Actual:
    """The computed value of a prediction."""

    name: str
    value: Any
    """A number, a tuple of integers, an option's key, or printed text."""
    yours: bool
    """Whether the learner's own code computed it (else the reference did)."""


@record
class Fresh:
    """A prompt for review with values drawn for one occasion, and the answer as running code gave it."""

    ask: str
    """Markdown."""
    form: PredictionKind | Literal["recall"]
    """How it is answered; `recall`: in one's own mind or words, then compared by oneself."""
    answer: Any
    """A number, a tuple of integers, an option's key, printed text; for `recall` Markdown."""
    options: tuple[Option, ...] = ()
    tolerance: float = 0.01
    because: str = ""
    """Markdown: how the answer comes about, shown with it."""


@record
class Progress:
    """How far a long run has come."""

    label: str
    """"iteration" or "epoch"."""
    step: int
    total: int
    points: tuple[tuple[float, float], ...] = ()
    """(x, loss) since the last progress."""


@record
class Output:
    """What the learner's code printed."""

    text: str
    """Control characters already removed."""
    truncated: bool = False


@record
class Unprotected:
    """The learner's file runs without a wall that this machine does not have."""

    gaps: tuple[str, ...]
    """What the file may do for want of it: phrases that go on from "your file may"."""

    @property
    def sentence(self) -> str:
        """What is open, and where more is said."""
        return f"On this machine an exercise may {', and '.join(self.gaps)}; `tutor doctor` says why."


@record
class Event:
    """One line of the journal."""

    kind: str
    at: float
    """Seconds since the epoch, UTC."""
    data: Mapping[str, Any] = field(default_factory=dict)
