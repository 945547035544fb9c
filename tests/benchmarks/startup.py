"""From the start of the program to its first complete frame, against other programs made with Textual."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.measuring import Row, median, ms, peer
from tests.benchmarks.screen import TUTOR, Painted, question_at, workspace

SIZE = (120, 40)
TIMES = 7


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
        workspace(place / "work", question)
        (place / "some.log").write_text("".join(f"line number {k}\n" for k in range(300)), encoding="utf-8")
        ours = start(
            Program("tutor", tuple(TUTOR), (question.title, "Save the file", "quit")), place / "work"
        )
        bare = start(BARE, place)
        yield Row(
            "first complete frame, 120x40", ms(ours), f"a bare Textual app: {ms(bare)}, {ours / bare:.2f}x",
            "at most 1.25x", ours <= 1.25 * bare,
        )  # fmt: skip
        for program in PEERS:
            if found := peer(program.name, program.command[0]):
                whole = Program(program.name, (found, *program.command[1:]), program.words)
                theirs = start(whole, place)
                yield Row(
                    f"the same of {program.name}", ms(theirs), f"{theirs / ours:.2f}x ours",
                    "slower than ours", theirs > ours,
                )  # fmt: skip


BARE = Program(
    "bare", (sys.executable, "-m", "tests.benchmarks.bare_app"), ("leaf 19", "finished here", "Leave")
)
PEERS = (
    Program("toolong", ("tl", "some.log"), ("line number 299", "Help")),
    Program("posting", ("posting", "default"), ("Collection is", "read-only", "Help")),
    Program("harlequin", ("harlequin",), ("Query Editor", "Run Query", "Help")),
)


def start(program: Program, folder: Path, times: int = TIMES) -> float:
    """Median seconds to the first complete frame."""

    def once() -> float:
        screen = Painted(program.command, SIZE, folder, HOME=str(folder))
        try:
            return screen.seen(*program.words) - screen.started
        finally:
            screen.close()

    return median(once, times)
