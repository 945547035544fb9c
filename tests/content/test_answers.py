"""The corpus of answers: every right one passes, every wrong one is rejected and told its mistake."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

import pytest

from tests.content.corpus import Judged, answers, judge, lab
from tutor.checking.client import Checker
from tutor.model import Question

QUESTIONS = [question for question in lab().questions if question.kind == "code"]


@pytest.fixture(scope="module")
def judged() -> Iterator[Callable[[Question], list[Judged]]]:
    """Judges all answers to a question by one real engine, which is loaded once."""
    checker = Checker(lab(), engine_for_all=False)

    async def all_of(question: Question) -> list[Judged]:
        return [judged async for judged in judge(checker, question, answers(question.slug))]

    with asyncio.Runner() as runner:
        yield lambda question: runner.run(all_of(question))
        runner.run(checker.close())


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.slug)
def test_every_answer_gets_the_verdict_it_deserves(
    question: Question, judged: Callable[[Question], list[Judged]]
) -> None:
    """Right answers in any style pass; wrong ones are rejected with a diagnosis that names the mistake."""
    faults = [one.fault for one in judged(question)]
    assert not [fault for fault in faults if fault]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.slug)
def test_the_corpus_is_wide_enough(question: Question) -> None:
    """At least six styles of right answers and twelve mistakes a question, each with its diagnosis."""
    found = answers(question.slug)
    assert sum(answer.right for answer in found) >= 6
    wrong = [answer for answer in found if not answer.right]
    assert len(wrong) >= 12
    assert not [answer.path.name for answer in wrong if not answer.expected]
