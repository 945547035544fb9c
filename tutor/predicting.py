"""A prediction beside what the code really gives."""

from __future__ import annotations

from typing import Any

from tutor import answers
from tutor.model import Actual, Prediction, Question
from tutor.progress import Foreseen, QuestionProgress
from tutor.records import record


@record
class Verdict:
    """Whether an answer to a prediction could be read."""

    understood: bool
    message: str
    """What was understood, or what form is expected."""


@record
class Revelation:
    """An answered prediction and its actual value."""

    prediction: Prediction
    answer: str
    """As the learner typed it, or the key of an option; `answers.show` puts it in words."""
    confidence: str
    actual: Any
    right: bool
    surprise: bool
    """Sure of it, and wrong: the moment to ask `prediction.why`."""


def reveal(question: Question, state: QuestionProgress, actual: Actual) -> Revelation | None:
    """Compare an actual value with what was predicted; None when nothing was."""
    prediction = next((p for p in question.predictions if p.name == actual.name), None)
    foreseen = state.predictions.get(actual.name)
    if prediction is None or foreseen is None or foreseen.skipped:
        return None
    value = answers.understand(prediction, foreseen.answer)
    right = not isinstance(value, answers.Misread) and answers.matches(prediction, value, actual.value)
    return _revelation(prediction, foreseen, actual.value, right, not right and foreseen.confidence == "sure")


def revealed(question: Question, state: QuestionProgress) -> tuple[Revelation, ...]:
    """The answered predictions of which the actual value is already known."""
    return tuple(
        _revelation(p, seen, seen.actual, seen.right, seen.surprise)
        for p in question.predictions
        if (seen := state.predictions.get(p.name)) and seen.right is not None
    )


def sentence(found: Revelation) -> str:
    """The outcome in words."""
    said = answers.show(found.prediction, found.answer)
    actual = answers.show(found.prediction, found.actual)
    if found.right:
        return f"You predicted {said}: right, it is {actual}."
    surprise = ": a surprise" if found.surprise else ""
    return f"You predicted {said} ({found.confidence}); it is {actual}{surprise}."


def _revelation(
    prediction: Prediction, foreseen: Foreseen, actual: Any, right: bool, surprise: bool
) -> Revelation:
    return Revelation(prediction, foreseen.answer, foreseen.confidence, actual, right, surprise)
