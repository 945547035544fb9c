"""From the start of the program to its first complete frame, against other programs made with Textual."""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tests.benchmarks.measuring import Row, ms, peer
from tests.benchmarks.screen import TUTOR, Painted, question_at, workspace

SIZE = (120, 40)
TIMES = 5


@dataclass(frozen=True)
class Program:
    """A command, and words that are all there only once its first frame is complete."""

    name: str
    command: tuple[str, ...]
    words: tuple[str, ...]


def rows() -> Iterator[Row]:
    """The tutor against a bare app, then against each peer that is installed."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        question = question_at("q06")
        workspace(place, question)
        (place / "some.log").write_text("".join(f"line number {k}\n" for k in range(300)), encoding="utf-8")
        ours = Program("tutor", tuple(TUTOR), (question.title, "Save the file", "quit"))
        medians = starts((ours, BARE, *_installed()), place)
    own, bare = medians.pop("tutor"), medians.pop("bare")
    yield Row(
        "first complete frame, 120x40", ms(own), f"a bare Textual app: {ms(bare)}, {own / bare:.2f}x",
        "at most 1.25x", own <= 1.25 * bare,
    )  # fmt: skip
    for name, theirs in medians.items():
        ratio = f"{theirs / own:.2f}x ours"
        yield Row(f"the same of {name}", ms(theirs), ratio, "slower than ours", theirs > own)


BARE = Program(
    "bare", (sys.executable, "-m", "tests.benchmarks.bare_app"), ("leaf 19", "finished here", "Leave")
)
PEERS = (
    Program("toolong", ("tl", "some.log"), ("line number 299", "Help")),
    Program("posting", ("posting", "default"), ("Collection is", "read-only", "Help")),
    Program("harlequin", ("harlequin",), ("Query Editor", "Run Query", "Help")),
)


def _installed() -> Iterator[Program]:
    for program in PEERS:
        if path := peer(program.name, program.command[0]):
            yield replace(program, command=(path, *program.command[1:]))


def starts(programs: Sequence[Program], folder: Path, times: int = TIMES) -> dict[str, float]:
    """Median seconds to the first complete frame of each; in turns: a busy moment strikes all alike."""
    seconds: dict[str, list[float]] = {program.name: [] for program in programs}
    for _ in range(times + 1):
        for program in programs:
            screen = Painted(program.command, SIZE, folder, HOME=str(folder))
            try:
                seconds[program.name].append(screen.seen(*program.words) - screen.started)
            finally:
                screen.close()
    return {name: statistics.median(found[1:]) for name, found in seconds.items()}
