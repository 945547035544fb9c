"""What a live curve costs, and how soon a key that moves through the tree shows the next statement."""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tests.benchmarks.measuring import Row, first_lab, ms
from tests.benchmarks.processes import Share
from tests.benchmarks.screen import TUTOR, Painted, question_at, workspace
from tutor.model import Question

LIVE = [sys.executable, "-m", "tests.benchmarks.live_app"]
SECONDS = 8.0


def rows() -> Iterator[Row]:
    """Processor share of the plot, bytes to the terminal, and the tree."""
    share, _, pictures = drawn((120, 40))
    yield Row(
        "live plot, 4 curves, 120x40, 15 pictures a second", f"{100 * share:.0f} % of a core",
        f"drawn: {pictures:.1f} a second",
        "at most 25 %", share <= 0.25,
    )  # fmt: skip
    _, rate, _ = drawn((80, 24))
    yield Row("the same at 80x24, to the terminal", f"{rate:.0f} KiB/s", "-", "at most 40 KiB/s", rate <= 40)
    times = moves()
    middle = statistics.median(times)
    yield Row(
        f"a key in the tree to the next statement, median of {len(times)}", ms(middle),
        f"slowest {ms(max(times))}", "at most 60 ms", middle <= 0.060,
    )  # fmt: skip


def drawn(size: tuple[int, int]) -> tuple[float, float, float]:
    """The share of a core, KiB a second and pictures a second while the curves grow."""
    with tempfile.NamedTemporaryFile() as counted:
        screen = Painted([*LIVE, counted.name], size, Path.cwd())
        try:
            screen.seen("Loss")
            screen.take(1.5)
            share, before, pictures = Share(screen.child.pid), screen.received, _number(counted.name)
            screen.take(SECONDS)
            pictures = (_number(counted.name) - pictures) / SECONDS
            return share.so_far(), (screen.received - before) / 1024 / SECONDS, pictures
        finally:
            screen.close()


def _number(path: str) -> float:
    return float(Path(path).read_text(encoding="utf-8") or 0)


def moves() -> list[float]:
    """Seconds from each press of `j` in the tree to a word that only the next statement has."""
    questions = first_lab().questions
    with tempfile.TemporaryDirectory() as folder:
        workspace(Path(folder), question_at("q01"))
        screen = Painted(TUTOR, (120, 40), Path(folder))
        try:
            screen.seen(questions[0].title, "quit")
            screen.take(3.0)  # the engines have started
            screen.type("l")
            screen.take(0.5)
            times = []
            for before, after in pairwise(questions):
                screen.forget()
                pressed = screen.type("j")
                times.append(screen.seen(*_own_word(before, after)) - pressed)
                screen.take(0.25)
            return times
        finally:
            screen.close()


def _own_word(before: Question, after: Question) -> list[str]:
    """The first plain word of a statement that is nowhere in the one before."""
    first = re.sub(r"`[^`]*`|\$[^$]*\$|[*_]", " ", after.statement.split("\n\n")[0])
    seen = f"{before.statement} {before.title} {after.title} {before.section}"
    return [next(word for word in re.findall(r"\b[a-z]{5,}\b", first) if word not in seen)]
