"""`tutor grade`: the cost of a submission beyond its own calls, and how it grows with processors."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measuring import Row, command, first_lab, ms
from tests.benchmarks.overhead import recorded_calls
from tutor.grading import KEPT, default_jobs
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
        seconds = {jobs: _grade(folder, slug, jobs) for jobs in dict.fromkeys((1, default_jobs()))}
    calls = recorded_calls(slug)
    cost = seconds[1] / LEARNERS - calls
    yield Row(
        f"`tutor grade`, {LEARNERS} submissions, one at a time",
        f"{seconds[1]:.1f} s, {ms(seconds[1] / LEARNERS)} each",
        f"the learner's calls alone: {ms(calls)}",
        "at most 20 ms more each",
        cost <= 0.020,
    )
    jobs = default_jobs()
    if jobs > 1:
        gain = seconds[1] / seconds[jobs]
        yield Row(
            f"the same, {jobs} at a time",
            f"{seconds[jobs]:.1f} s",
            f"one at a time: {gain:.2f}x quicker",
            "scales with cores",
            gain >= 0.75 * jobs,
        )


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
