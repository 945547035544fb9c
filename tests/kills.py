"""`python -m tests.kills [--times 200] [--seed N]`: ends the tutor in every way; nothing may remain.

Each time the real program is started in a terminal, a file is saved, and at a random moment after that, or
after the file has begun to run, the tutor, its checker, its zygote or all of them are ended. Then no process
of it may run and no temporary folder of it may lie about.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import uuid
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.benchmarks.screen import workspace
from tests.content.corpus import lab
from tests.processes import children, command, descendants
from tests.terminal import Terminal
from tests.waiting import until
from tutor.places import solutions_folder

MARK = "TUTOR_TEST_MARK"
LATEST = 0.6
"""Seconds after a save, or after the file has begun to run, within which the end comes."""
QUESTION = next(question for question in lab().questions if question.kind == "code")
FROM_THE_SAVE = 0.5
"""How often the moment is counted from the save, else from the start of the file."""
RUNNING = ("while True:\n    pass\n", "import time\ntime.sleep(30)\n")
SAVED = (*RUNNING, "print('x' * 10**6)\n", "right", "no python(")
"""What is saved; `right` stands for the reference."""

EVERYTHING = "kill -9 everything, start again"
"""Then nobody is left to remove a folder: the next tutor does."""


class Tutor:
    """One running tutor on a workspace of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.temporary = folder / "tmp"
        self.temporary.mkdir()
        self.mark = uuid.uuid4().hex
        self.path = workspace(folder / "work", QUESTION)
        self.begin()

    @property
    def pid(self) -> int:
        """The screen's process."""
        return self.terminal.child.pid

    def save(self, text: str) -> None:
        """Save a file: it is checked."""
        source = solutions_folder(lab().name) / self.path.name
        right = source.read_text(encoding="utf-8")
        self.path.write_text(right if text == "right" else text, encoding="utf-8")

    def begin(self) -> None:
        """Start the program and wait until it shows the question."""
        command = [sys.executable, "-m", "tutor"]
        environment = {
            MARK: self.mark,
            "TMPDIR": str(self.temporary),
            "XDG_CONFIG_HOME": str(self.folder),
        }
        self.terminal = Terminal(command, (80, 24), self.folder / "work", environment)
        self.terminal.wait(QUESTION.title)

    def go_on(self, seconds: float) -> None:
        """Let it paint for so long: a screen that nobody reads from stands still."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self.terminal.listen()

    def await_runner(self) -> bool:
        """Let it paint until the file runs, in a folder of its own; False where it has not come to that."""
        return until(lambda: self.terminal.listen() and bool(list(self.temporary.iterdir())))

    def zygotes(self) -> set[int]:
        """The processes that runners are forked from."""
        return children(self.pid)

    def checkers(self) -> set[int]:
        """The trusted processes, each the first child of its zygote."""
        return {min(found) for zygote in self.zygotes() if (found := children(zygote))}

    def running(self) -> list[int]:
        """Every process that was started by this tutor, whoever its parent is by now."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if self.mark.encode() in (folder / "environ").read_bytes():
                    found.append(int(folder.name))
        return found

    def left(self) -> list[str]:
        """What remains: processes and folders."""
        processes = (f"{pid} {command(pid)}" for pid in self.running())
        return [*processes, *(path.name for path in self.temporary.iterdir())]

    def kill(self, pids: set[int], number: int = signal.SIGKILL) -> None:
        """Send a signal to processes, as far as they are still there."""
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, number)

    def quit(self) -> None:
        """Leave by the key, whatever is shown."""
        for _ in range(20):
            self.terminal.press("esc", "q", "y")
            if not self.terminal.child.isalive():
                return
        self.kill({self.pid}, signal.SIGTERM)
        self.terminal.end()


ENDS: dict[str, Callable[[Tutor], None]] = {
    "quit": Tutor.quit,
    "kill -9 the tutor": lambda tutor: tutor.kill({tutor.pid}),
    "kill the tutor": lambda tutor: (tutor.kill({tutor.pid}, signal.SIGTERM), tutor.terminal.end())[0],
    "close the terminal": lambda tutor: tutor.terminal.close(),
    "kill -9 the checker, quit": lambda tutor: (tutor.kill(tutor.checkers()), tutor.quit())[0],
    "kill -9 the zygote, quit": lambda tutor: (tutor.kill(tutor.zygotes()), tutor.quit())[0],
    "kill -9 both, quit": lambda tutor: (tutor.kill(tutor.checkers() | tutor.zygotes()), tutor.quit())[0],
    "kill -9 the zygote and the tutor": lambda tutor: tutor.kill({*tutor.zygotes(), tutor.pid}),
    EVERYTHING: lambda tutor: tutor.kill({tutor.pid, *descendants(tutor.pid)}),
}


def end_once(way: str, draw: random.Random) -> list[str]:
    """Start, save, end in a way at a random moment; what remains then."""
    folder = Path(tempfile.mkdtemp(prefix="kills-"))
    tutor = Tutor(folder)
    try:
        if draw.random() < FROM_THE_SAVE:
            tutor.save(draw.choice(SAVED))
        else:
            tutor.save(draw.choice(RUNNING))
            tutor.await_runner()
        tutor.go_on(draw.uniform(0, LATEST))
        ENDS[way](tutor)
        if way == EVERYTHING:
            until(lambda: not tutor.running())
            tutor.begin()
            tutor.quit()
        until(lambda: not tutor.left())
        return tutor.left()
    finally:
        tutor.kill(set(tutor.running()))
        tutor.terminal.close()
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    """Entry point: a row for each way, with how often it was tried and what remained."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    draw = random.Random(options.seed)
    tried, bad = Counter[str](), Counter[str]()
    for k in range(options.times):
        way = list(ENDS)[k % len(ENDS)]
        left = end_once(way, draw)
        tried[way] += 1
        bad[way] += bool(left)
        if left:
            print(f"{k}: {way}: {left}", flush=True)
    print(f"seed {options.seed}")
    for way, count in tried.items():
        print(f"{way:34}{count:5} times, {bad[way]} left something behind")
    return int(bool(bad.total()))


if __name__ == "__main__":
    raise SystemExit(main())
