"""Everything a report holds, read from the workspace; the figures are computed by the checker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import replace
from typing import Any

from tutor import answers
from tutor.cleaning import clean
from tutor.errors import CheckerError, JournalError
from tutor.model import (
    Curves,
    Explanation,
    Figure,
    Heat,
    Picture,
    Prediction,
    Question,
    Report,
    Status,
    Table,
)
from tutor.progress import Foreseen, QuestionProgress
from tutor.records import record
from tutor.session import Session
from tutor.workspace import fresh_exercise

FIGURES = (Curves, Picture, Heat, Table)

Tell = Callable[[str], None]
"""Called with a line about what goes on."""


@record
class Foretold:
    """A prediction beside what came out."""

    prediction: Prediction
    answer: str
    """In the learner's words."""
    confidence: str
    actual: str
    """In words; empty while it is not known."""
    right: bool | None
    surprise: bool
    why: str
    """What the learner wrote after a surprise."""


@record
class Overcome:
    """A misconception that was met."""

    slug: str
    times: int
    passed: bool
    """Whether the question was passed in the end."""


@record
class Entry:
    """One question of the report."""

    question: Question
    passed: bool
    code: str
    """The learner's file; empty if it is as it was handed out."""
    note: str
    """What a reader must know about the code; often empty."""
    foretold: tuple[Foretold, ...]
    explanation: str
    ticks: tuple[bool, ...]
    met: tuple[Overcome, ...]
    attempts: int
    hints: int
    gave_up: bool
    figures: tuple[Figure, ...] = ()

    @property
    def model(self) -> Explanation | None:
        """The model answer: only beside an answer of one's own."""
        return self.question.explanation if self.explanation else None

    @property
    def begun(self) -> bool:
        """Whether there is anything to report."""
        return bool(self.code or self.foretold or self.explanation or self.attempts)


@record
class LabReport:
    """A lab as one learner did it."""

    title: str
    parts: tuple[tuple[str, tuple[Entry, ...]], ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All questions in order."""
        return tuple(entry for _, entries in self.parts for entry in entries)


def gather(session: Session) -> LabReport:
    """The report without its figures: nothing is run."""
    met = _met(session)
    parts = tuple(
        (part.title, tuple(_entry(session, question, met) for question in part.questions))
        for part in session.lab.parts
    )
    return LabReport(session.lab.title, parts)


async def with_figures(report: LabReport, session: Session, tell: Tell) -> LabReport:
    """The same report with the figures of the learner's own files, as the checker draws them now."""
    drawn: dict[str, Entry] = {}
    for entry in report.entries:
        if entry.code:
            tell(f"{entry.question.number:2} {entry.question.title}")
            drawn[entry.question.slug] = await _drawn(entry, session)
    parts = tuple(
        (title, tuple(drawn.get(entry.question.slug, entry) for entry in entries))
        for title, entries in report.parts
    )
    return replace(report, parts=parts)


async def _drawn(entry: Entry, session: Session) -> Entry:
    """Run the file once; one that no longer passes is replaced by the version that did."""
    question = entry.question
    run: Any = session.checker.check(
        question, session.workspace.exercise(question.slug), session.workspace.root, figures=True
    )
    figures: list[Figure] = []
    status: Status | None = None
    try:
        async with aclosing(run):
            async for message in run:
                if isinstance(message, Report):
                    status = message.status
                elif isinstance(message, FIGURES):
                    figures.append(message)
    except CheckerError as error:
        return replace(entry, note=f"The figures are missing: {error}")
    if status is not Status.PASSED and entry.passed and question.kind == "code":
        return _as_it_passed(entry, session)
    return replace(entry, figures=tuple(figures))


def _as_it_passed(entry: Entry, session: Session) -> Entry:
    sha = session.progress[entry.question.slug].last_green
    try:
        source = clean(session.journal.version(sha).decode("utf-8", "replace"))
    except JournalError:
        return replace(entry, note="The file has changed since it passed, and does not pass now.")
    return replace(
        entry, code=source, note="This is the version that passed; the file has changed since, and does not."
    )


def _entry(session: Session, question: Question, met: Counter[tuple[str, str]]) -> Entry:
    state = session.progress[question.slug]
    passed = session.passed(question)
    return Entry(
        question=question,
        passed=passed,
        code=_code(session, question, state),
        note="" if passed else "Not passed yet.",
        foretold=tuple(
            _foretold(prediction, seen)
            for prediction in question.predictions
            if (seen := state.predictions.get(prediction.name)) and not seen.skipped
        ),
        explanation=clean(state.explanation),
        ticks=tuple(state.ticks),
        met=tuple(
            Overcome(clean(slug), met[question.slug, slug], state.passed) for slug in state.misconceptions
        ),
        attempts=state.attempts,
        hints=len(state.hints),
        gave_up=state.gave_up,
    )


def _code(session: Session, question: Question, state: QuestionProgress) -> str:
    source = session.workspace.read(question.slug)
    text = clean(source.decode("utf-8", "replace")) if source is not None else ""
    if question.kind == "code" and text.split() == fresh_exercise(session.lab.name, question.slug).split():
        return ""
    return text if question.kind == "code" or state.attempts else ""


def _foretold(prediction: Prediction, seen: Foreseen) -> Foretold:
    chosen = prediction.kind in ("choice", "curve")
    return Foretold(
        prediction=prediction,
        answer=clean(answers.show(prediction, seen.answer) if chosen else seen.answer),
        confidence=clean(seen.confidence),
        actual="" if seen.right is None else clean(answers.show(prediction, seen.actual)),
        right=seen.right,
        surprise=seen.surprise,
        why=clean(seen.why),
    )


def _met(session: Session) -> Counter[tuple[str, str]]:
    """How many checks of each question ended in each misconception."""
    return Counter(
        (str(event.data.get("question")), str(event.data["misconception"]))
        for event in session.journal.events
        if event.kind == "checked"
        and event.data.get("lab") == session.lab.name
        and event.data.get("misconception")
    )
