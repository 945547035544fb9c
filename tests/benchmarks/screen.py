"""The real program in a pseudo-terminal, timed by the bytes it paints; and workspaces for it to open."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.measuring import ROOT, first_lab
from tests.terminal import Terminal
from tutor.journal import Journal
from tutor.model import Question
from tutor.places import solutions_folder

TUTOR = [sys.executable, "-m", "tutor"]
STYLES = re.compile(rb"\x1b\[[0-9;]*m")


class Painted(Terminal):
    """A program whose bytes are searched as they come: an emulator would cost more than what is measured."""

    def __init__(
        self, command: Sequence[str], size: tuple[int, int], folder: Path, **environment: str
    ) -> None:
        path = {"PYTHONPATH": environment.pop("PYTHONPATH", str(ROOT))}
        self.started = time.perf_counter()
        super().__init__(command, size, folder, {**path, **environment})
        self.raw = b""

    def forget(self) -> None:
        """Search only what comes from now on."""
        self.take(0.0)
        self.raw = b""

    def take(self, seconds: float) -> None:
        """Take in what is painted for so long."""
        deadline = time.perf_counter() + seconds
        while self._read(max(0.0, deadline - time.perf_counter())):
            pass

    def seen(self, *words: str, seconds: float = 60.0) -> float:
        """The moment (of `time.perf_counter`) at which all the words had been painted."""
        wanted = [word.encode() for word in words]
        deadline = time.perf_counter() + seconds
        while not all(word in STYLES.sub(b"", self.raw) for word in wanted):
            if time.perf_counter() > deadline or (not self._read(0.5) and not self.child.isalive()):
                raise AssertionError(f"{words} not painted; the end of what was: {self.raw[-3000:]!r}")
        return time.perf_counter()

    def type(self, keys: str) -> float:
        """Send keys; the moment at which they were sent."""
        moment = time.perf_counter()
        os.write(self.child.child_fd, keys.encode())
        return moment

    def _read(self, seconds: float) -> bool:
        if not select.select([self.child.child_fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.child.child_fd, 1 << 16)
        except OSError:
            return False
        self.raw += data
        self.received += len(data)
        return bool(data)


def question_at(start: str) -> Question:
    """The question of the measured lab whose name starts so."""
    return next(question for question in first_lab().questions if question.slug.startswith(start))


def answer(question: Question) -> str:
    """A right answer."""
    return (solutions_folder(first_lab().name) / f"{question.slug}.py").read_text(encoding="utf-8")


def workspace(folder: Path, question: Question) -> Path:
    """Make a workspace in which `question` is the current one; returns the file to write its answer into."""
    subprocess.run([*TUTOR, "init", str(folder)], cwd=ROOT, capture_output=True, check=True)
    lab = first_lab()
    journal = Journal(folder / ".tutor")
    journal.append("welcomed", lab=lab.name)
    for one in lab.questions[: question.number - 1]:
        about = {"lab": lab.name, "question": one.slug}
        (folder / "exercises" / lab.name / f"{one.slug}.py").write_text(answer(one), encoding="utf-8")
        done = {
            "status": "passed",
            "sha256": "",
            "misconception": None,
            "seconds": 0.0,
            "seed": 0,
            "results": [],
        }
        journal.append("checked", **about, **done)
        journal.append("explained", **about, text="Because.")
    journal.append("opened", lab=lab.name, question=question.slug)
    skipped = {"answer": "", "confidence": "guess", "skipped": True}
    for prediction in question.predictions:
        journal.append(
            "predicted", lab=lab.name, question=question.slug, prediction=prediction.name, **skipped
        )
    return folder / "exercises" / lab.name / f"{question.slug}.py"
