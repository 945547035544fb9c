"""`tutor grade`: the cost of a submission beyond its own calls, and how it grows with processors."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.measuring import Row, command, first_lab, ms
from tests.benchmarks.overhead import recorded_calls
from tutor.grading import default_jobs
from tutor.kept_grades import NAME as KEPT
from tutor.places import solutions_folder

SLUG = "q06"
LEARNERS = 300


def rows() -> Iterator[Row]:
    """Cost a file, and the gain of a second processor."""
    lab = first_lab()
    slug = next(q.slug for q in lab.questions if q.slug.startswith(SLUG))
    source = (solutions_folder(lab.name) / f"{slug}.py").read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(LEARNERS):
            place = Path(folder, f"learner{number:04}", "exercises", lab.name)
            place.mkdir(parents=True)
            (place / f"{slug}.py").write_bytes(source)
        rounds = [_round(folder, slug) for _ in range(3)]
    alone, on_one, together = map(min, zip(*rounds, strict=True))
    calls = recorded_calls(slug)
    cost = alone / LEARNERS - calls
    yield Row(
        f"`tutor grade`, {LEARNERS} submissions, one at a time",
        f"{alone:.1f} s, {ms(alone / LEARNERS)} each",
        f"the learner's calls alone: {ms(calls)}",
        "at most 20 ms more each",
        cost <= 0.020,
    )
    jobs = default_jobs()
    if jobs > 1:
        gain = on_one / together
        yield Row(
            f"the same, {jobs} at a time on as many processors",
            f"{together:.1f} s",
            f"on one processor: {on_one:.1f} s, {gain:.2f}x",
            "scales with cores",
            gain >= 0.75 * jobs,
        )


def _round(folder: str, slug: str) -> tuple[float, float, float]:
    """Seconds one at a time; the same on one processor; and as many at a time as there are processors."""
    alone = _grade(folder, slug, 1)
    with _one_processor():
        on_one = _grade(folder, slug, 1)
    return alone, on_one, _grade(folder, slug, default_jobs())


@contextmanager
def _one_processor() -> Iterator[None]:
    """Even one at a time uses a second processor a little: what grows with processors is told from one."""
    all_of_them = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(all_of_them)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, all_of_them)


def _grade(folder: str, slug: str, jobs: int) -> float:
    Path(folder, KEPT).unlink(missing_ok=True)
    grade = [
        sys.executable,
        "-m",
        "tutor",
        "grade",
        folder,
        "--question",
        slug,
        "--jobs",
        str(jobs),
        "--json",
    ]
    return command(grade)
