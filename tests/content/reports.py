"""`python -m tests.content.reports`: five reports as a learner reads them, from five wrong answers."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.content.corpus import ANSWERS, Answer, Judged, judge, lab
from tutor.checking.client import Checker

CHOSEN = (
    "q03_sigmoid/wrong/exp_over_one_plus_exp.py",
    "q05_loss/wrong/summed.py",
    "q06_gradient/wrong/broadcast.py",
    "q08_gradient_descent/wrong/momentum.py",
    "q12_accuracy/wrong/logits.py",
)
GOLDEN = Path(__file__).with_name("golden") / "reports.txt"


async def reports() -> str:
    """The five, one after another; their seed is fixed, so they are always the same."""
    questions = {question.slug: question for question in lab().questions}
    checker = Checker(lab(), engine_for_all=False)
    try:
        texts = []
        for name in CHOSEN:
            slug = name.partition("/")[0]
            answer = Answer(slug, ANSWERS / name, False, "")
            texts += [told(judged) async for judged in judge(checker, questions[slug], [answer])]
    finally:
        await checker.close()
    return "\n".join(texts)


def told(judged: Judged) -> str:
    """One report: the answer's name, the claim that failed, what was seen, where to look."""
    assert judged.failed is not None
    name = judged.answer.path.relative_to(ANSWERS)
    return f"{name}\n  {judged.failed.claim}\n    {judged.failed.rationale}\n    > {judged.failed.help}\n"


if __name__ == "__main__":
    print(asyncio.run(reports()), end="")
