"""What a lab came to: time, predictions, surprises, hints, and what to look at again."""

from __future__ import annotations

from itertools import pairwise

from tutor.model import Event, Question
from tutor.progress import QuestionProgress
from tutor.records import record
from tutor.session import Session

PAUSE = 600.0
"""Seconds without an event after which the learner is taken to have left; the gap is not counted."""


@record
class Review:
    """A question worth another look, and why."""

    question: Question
    reasons: tuple[str, ...]


@record
class Summary:
    """The whole of a lab in numbers."""

    passed: int
    questions: int
    seconds: float
    attempts: int
    predicted: int
    """Predictions whose outcome is known, skipped ones not counted."""
    right: int
    surprises: int
    skipped: int
    hints: int
    gave_up: int
    explained: int
    review: tuple[Review, ...]


def summarize(session: Session) -> Summary:
    """Count what the journal of a session's workspace tells about its lab."""
    questions = session.lab.questions
    states = [session.progress[question.slug] for question in questions]
    foreseen = [one for state in states for one in state.predictions.values()]
    known = [one for one in foreseen if one.right is not None and not one.skipped]
    reviews = [Review(q, _reasons(session, q, s)) for q, s in zip(questions, states, strict=True)]
    return Summary(
        passed=sum(session.passed(question) for question in questions),
        questions=len(questions),
        seconds=_time_spent(session.journal.events, session.lab.name),
        attempts=sum(state.attempts for state in states),
        predicted=len(known),
        right=sum(bool(one.right) for one in known),
        surprises=sum(one.surprise for one in known),
        skipped=sum(one.skipped for one in foreseen),
        hints=sum(len(state.hints) for state in states),
        gave_up=sum(state.gave_up for state in states),
        explained=sum(bool(state.explanation) for state in states),
        review=tuple(review for review in reviews if review.reasons),
    )


def _time_spent(events: list[Event], lab: str) -> float:
    """Add up the gaps between events, without the pauses."""
    times = [event.at for event in events if event.data.get("lab") == lab]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    return sum(gap for gap in gaps if 0 < gap < PAUSE)


def _reasons(session: Session, question: Question, state: QuestionProgress) -> tuple[str, ...]:
    reasons = []
    if not session.passed(question):
        reasons.append("not done yet")
    if surprises := sum(one.surprise for one in state.predictions.values()):
        reasons.append("a surprise" if surprises == 1 else f"{surprises} surprises")
    if state.gave_up:
        reasons.append("the solution was seen first")
    if state.attempts > 5:
        reasons.append(f"{state.attempts} attempts")
    if len(state.hints) > 2:
        reasons.append(f"{len(state.hints)} hints")
    if state.ticks and not all(state.ticks):
        reasons.append("your explanation missed a point")
    elif state.passed and not state.explanation:
        reasons.append("not explained yet")
    return tuple(reasons)


def duration(seconds: float) -> str:
    """Write a time as a person would: 2 h 05 min, 12 min, 40 s."""
    minutes = round(seconds / 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60:02d} min"
    return f"{minutes} min" if minutes else f"{seconds:.0f} s"
