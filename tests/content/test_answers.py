"""The corpus of answers: every right one passes, every wrong one is rejected and told its mistake."""

from __future__ import annotations

import pytest

from tests.content.corpus import answers, judge_all, lab
from tutor.model import Question

QUESTIONS = [question for question in lab().questions if question.kind == "code"]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.slug)
async def test_every_answer_gets_the_verdict_it_deserves(question: Question) -> None:
    """Right answers in any style pass; wrong ones are rejected with a diagnosis that names the mistake."""
    faults = [judged.fault for judged in await judge_all(question, answers(question.slug))]
    assert not [fault for fault in faults if fault]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.slug)
def test_the_corpus_is_wide_enough(question: Question) -> None:
    """At least six styles of right answers and twelve mistakes a question, each with its diagnosis."""
    found = answers(question.slug)
    assert sum(answer.right for answer in found) >= 6
    wrong = [answer for answer in found if not answer.right]
    assert len(wrong) >= 12
    assert not [answer.path.name for answer in wrong if not answer.expected]
