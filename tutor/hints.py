"""Which hint comes next: one rung at a time, of the ladder for what failed if there is one."""

from __future__ import annotations

from tutor.model import HintLadder, Question
from tutor.progress import QuestionProgress
from tutor.records import record


@record
class Hint:
    """One rung of a ladder."""

    text: str
    """Markdown."""
    rung: int
    """From 1."""
    of: int
    target: str
    """The check or misconception it was written for; empty for the general ladder."""


def next_hint(question: Question, state: QuestionProgress) -> Hint:
    """The first rung not yet taken; when all are, the last rung of the ladder that fits best."""
    ladders = _fitting(question, state)
    for ladder in ladders:
        for rung in range(len(ladder.rungs)):
            if (ladder.target, rung) not in state.hints:
                return _hint(ladder, rung)
    return _hint(ladders[0], len(ladders[0].rungs) - 1)


def hints_seen(question: Question, state: QuestionProgress) -> tuple[Hint, ...]:
    """Every hint already given, in the order it was given; those this lab does not have are left out."""
    ladders = {ladder.target: ladder for ladder in question.ladders}
    return tuple(
        _hint(ladders[target], rung)
        for target, rung in state.hints
        if target in ladders and 0 <= rung < len(ladders[target].rungs)
    )


def _fitting(question: Question, state: QuestionProgress) -> list[HintLadder]:
    by_target = {ladder.target: ladder for ladder in question.ladders}
    targets = dict.fromkeys((state.misconception or "", state.failing, ""))
    return [by_target[target] for target in sorted(targets, key=lambda t: not t) if target in by_target]


def _hint(ladder: HintLadder, rung: int) -> Hint:
    return Hint(ladder.rungs[rung], rung + 1, len(ladder.rungs), ladder.target)
