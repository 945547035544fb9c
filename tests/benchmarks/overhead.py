"""What the tutor adds to running the learner's own calls: a check alone, against a warm interpreter."""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.measuring import Row, first_lab, ms
from tutor.checking.client import Checker
from tutor.places import labs_folder, solutions_folder

TIMES = 40
PAUSE = 0.05
"""Seconds between two checks; a learner takes longer."""
CASES = (("a NumPy question", "q06", 0.015), ("a small torch question", "q15", 0.020))


def rows() -> Iterator[Row]:
    """A row a kind of question."""
    for name, start, bar in CASES:
        lab = first_lab()
        question = next(q for q in lab.questions if q.slug.startswith(start))
        ours = asyncio.run(checked(question.slug))
        bare = recorded_calls(question.slug)
        more = ours - bare
        yield Row(
            f"check of {name}, request to last result",
            ms(ours),
            f"the same calls in a warm interpreter: {ms(bare)}",
            f"at most {1000 * bar:.0f} ms more",
            more <= bar,
        )


async def checked(slug: str) -> float:
    """Median seconds from the request to the last result, for the solution as an answer."""
    lab = first_lab()
    question = next(q for q in lab.questions if q.slug == slug)
    source = (solutions_folder(lab.name) / f"{slug}.py").read_text(encoding="utf-8")
    checker = Checker(lab, engine_for_all=False, keep_ready=True)  # as the screen has it
    times = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{slug}.py")
        path.write_text(source, encoding="utf-8")
        try:
            for _ in range(TIMES):
                await asyncio.sleep(PAUSE)
                started = time.perf_counter()
                async for _ in checker.check(question, path, Path(folder), figures=False, values=False):
                    ended = time.perf_counter()
                times.append(ended - started)
        finally:
            await checker.close()
    return statistics.median(times[3:])


def recorded_calls(slug: str) -> float:
    """Median seconds of loading the answer afresh and making the calls that the checks make of it."""
    from tutor.checking import promises
    from tutor.checking.host import Host
    from tutor.checking.inline import Inline
    from tutor.checking.judge import Judge
    from tutor.checking.tryout import material

    stuff = material(slug)
    spent: list[float] = []

    class Timed(Host):
        """Counts only the seconds spent in the exercise's own functions and in loading it."""

        def answer(self, request: dict[str, Any], buffers: list[bytes]) -> Any:
            header, out = super().answer(request, buffers)
            spent[-1] += float(header.get("seconds", 0.0))
            return header, out

    def once() -> float:
        spent.append(0.0)
        subject = Inline(stuff, stuff.solution, 1, host=Timed)
        judge = Judge(stuff, promises.load(labs_folder() / stuff.lab.name / f"{slug}.py"), 1)
        list(judge.run(subject, stuff.solution))
        return spent[-1]

    once()
    return statistics.median(once() for _ in range(15))


if __name__ == "__main__":
    for row in rows():
        sys.stdout.write(f"{row}\n")
