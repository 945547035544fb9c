"""Memory and idle processor time of the screen, and memory of everything together with torch warm."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measuring import Row
from tests.benchmarks.processes import Share, family, numerics, proportional
from tests.benchmarks.screen import TUTOR, Painted, answer, question_at, workspace

IDLE = 5.0


def rows() -> Iterator[Row]:
    """Four rows of one running tutor, after a torch question was checked in it."""
    question = question_at("q15")
    with tempfile.TemporaryDirectory() as folder:
        path = workspace(Path(folder), question)
        screen = Painted(TUTOR, (120, 40), Path(folder))
        try:
            screen.seen(question.title, "quit")
            path.write_text(answer(question), encoding="utf-8")
            screen.seen("Passed: all")
            screen.take(4.0)  # the engines that the first check did not wait for
            yield from _screen_alone(screen)
            everything = family(screen.child.pid)
            memory = proportional(everything)
            yield Row(
                "all processes together, torch warm", f"{memory:.0f} MB", f"{len(everything)} processes",
                "at most 480 MB", memory <= 480,
            )  # fmt: skip
        finally:
            screen.close()


def _screen_alone(screen: Painted) -> Iterator[Row]:
    pid = screen.child.pid
    loaded = numerics(pid)
    yield Row(
        "numerical libraries in the screen's process", ", ".join(loaded) or "none", "-", "none", not loaded
    )
    memory = proportional([pid])
    yield Row("memory of the screen's process", f"{memory:.0f} MB", "-", "at most 80 MB", memory <= 80)
    share = Share(pid)
    screen.take(IDLE)
    idle = share.so_far()
    yield Row("the screen doing nothing", f"{100 * idle:.1f} % of a core", "-", "at most 1 %", idle <= 0.01)
