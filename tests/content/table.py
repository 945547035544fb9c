"""`python -m tests.content.table`: of each question, how many answers got the verdict they deserve."""

from __future__ import annotations

import asyncio
import sys

from tests.content.corpus import Judged, answers, judge, lab
from tutor.checking.client import Checker


async def main(slugs: list[str]) -> int:
    """Print the table and what is wrong in it; 1 if anything is."""
    everything: list[Judged] = []
    checker = Checker(lab(), engine_for_all=False)
    print(f"{'question':26}{'right accepted':>16}{'wrong rejected':>16}{'diagnosed':>12}")
    try:
        for question in lab().questions:
            if question.kind != "code" or (slugs and question.slug not in slugs):
                continue
            found = [judged async for judged in judge(checker, question, answers(question.slug))]
            everything += found
            print(row(question.slug, found), flush=True)
    finally:
        await checker.close()
    print(row("all", everything))
    faults = [judged.fault for judged in everything if judged.fault]
    print("\n".join(faults))
    return int(bool(faults))


def row(name: str, found: list[Judged]) -> str:
    """One row."""
    right = [judged for judged in found if judged.answer.right]
    wrong = [judged for judged in found if not judged.answer.right]
    rejected = [judged for judged in wrong if not judged.passed]
    diagnosed = [judged for judged in rejected if judged.diagnosed]
    parts = (
        f"{sum(judged.passed for judged in right)}/{len(right)}",
        f"{len(rejected)}/{len(wrong)}",
        f"{len(diagnosed)}/{len(wrong)}",
    )
    return f"{name:26}{parts[0]:>16}{parts[1]:>16}{parts[2]:>12}"


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
