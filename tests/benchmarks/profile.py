"""Where the time between a save and its verdict goes: the parts, one after the other, of the median save."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measuring import Row
from tests.benchmarks.screen import Painted, answer, question_at, workspace
from tests.benchmarks.verdict import CASES, FAILED, PASSED, Case

SAVES = 16
PARTS = (
    "noticed: a look each 40 ms, a second one 10 ms later",
    "asked: the screen shows that it checks, and sends the request",
    "request and file read, promises loaded",
    "fork and confine a runner (or take the one that waits)",
    "load the answer",
    "calls of the learner's functions",
    "compare and diagnose, between the calls",
    "the report, sent and received",
    "recorded: version, journal and report file on the disk",
    "painted",
)


def rows() -> Iterator[Row]:
    """A row a part and question."""
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            found = profiles(case, Path(folder))
        middle = [statistics.median(parts) for parts in zip(*found, strict=True)]
        for name, seconds in zip(PARTS, middle, strict=True):
            share = f"{100 * seconds / sum(middle):.0f} %"
            yield Row(f"{case.name}: {name}", f"{1000 * seconds:.1f} ms", share, "-", None)


def profiles(case: Case, folder: Path, saves: int = SAVES) -> list[list[float]]:
    """The seconds of each part, for each save; two more come before, that do not count."""
    question = question_at(case.slug)
    path = workspace(folder / "work", question)
    right = answer(question)
    versions = ((right.replace(case.right, case.wrong), FAILED), (right, PASSED))
    trace = folder / "trace"
    command = [sys.executable, "-m", "tests.benchmarks.traced"]
    screen = Painted(command, (80, 24), folder / "work", TRACE=str(trace))
    found = []
    try:
        screen.seen("quit")
        for k in range(saves + 2):
            text, verdict = versions[k % 2]
            screen.take(0.43 + 0.01 * (k % 5))
            screen.forget()
            trace.write_bytes(b"")
            saved = time.perf_counter()
            path.write_text(text, encoding="utf-8")
            painted = screen.seen(verdict)
            found.append(parts_of(saved, trace.read_text(encoding="utf-8"), painted))
    finally:
        screen.close()
    return found[2:]


def parts_of(saved: float, trace: str, painted: float) -> list[float]:
    """Split the time of one save at its marks."""
    marks = [(name, float(moment)) for moment, name in (line.split(" ", 1) for line in trace.splitlines())]
    marks.sort(key=lambda mark: mark[1])
    first = dict(reversed(marks))
    judged = first["judged"]
    asks = [moment for name, moment in marks if name == "ask" and moment < judged]
    answers = [moment for name, moment in marks if name == "answered" and moment < judged]
    spent = [end - start for start, end in zip(asks, answers, strict=False)]
    load, calls = spent[0], sum(spent[1:])
    forks = [m for name, m in marks if name == "launched" and m < judged]
    starts = [m for name, m in marks if name == "launch" and m < judged]
    fork = sum(end - start for start, end in zip(starts, forks, strict=False))
    judging = judged - first["launch"] - fork - load - calls
    return [
        first["noticed"] - saved,
        first["asked"] - first["noticed"],
        first["launch"] - first["asked"],
        fork,
        load,
        calls,
        judging,
        first["received"] - judged,
        first["recorded"] - first["received"],
        painted - first["recorded"],
    ]
