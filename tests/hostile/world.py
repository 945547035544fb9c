"""Everything around a hostile file that must stay as it is: a workspace, other files, processes."""

from __future__ import annotations

import asyncio
import hashlib
import os
import shutil
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tests.hostile.cases import Case
from tests.hostile.generated import RIGHT
from tests.waiting import until
from tutor import content, places
from tutor.checking.client import Checker
from tutor.model import Output, Report

SLUG = "q03_sigmoid"
FUNCTION = "sigmoid"
SHORT, LONG = 0.5, 6.0
"""Seconds a call may take: for cases that never end, and for all others even on a busy machine."""
MEMORY = Path("/dev/shm")
MARK = "TUTOR_TEST_MARK"
SECRET = "A_SECRET"
"""A variable of whoever runs the tutor."""


class World:
    """A workspace with one exercise, a folder that anybody may change, and a checker under test."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.spoilt = False
        """Whether a case changed what it must not."""
        self.lab = next(
            lab for lab in map(_load, content.lab_names()) if any(q.slug == SLUG for q in lab.questions)
        )
        self.question = next(question for question in self.lab.questions if question.slug == SLUG)
        self.workspace, self.outside, self.temporary = root / "workspace", root / "outside", root / "tmp"
        self.path = self.workspace / "exercises" / self.lab.name / f"{SLUG}.py"
        self._make_files()
        self.runner = asyncio.Runner()
        self.mark = uuid.uuid4().hex
        self.checkers = {limit: self._started(limit) for limit in (SHORT, LONG)}
        self.processes = self.find_processes()
        self._await_no_runner()
        self.expected = self.snapshot()

    def _make_files(self) -> None:
        for folder in (self.path.parent, self.workspace / ".tutor", self.outside, self.temporary):
            folder.mkdir(parents=True)
        (self.workspace / ".tutor" / "journal.jsonl").write_text('{"kind": "opened"}\n')
        (self.outside / "victim.txt").write_text("untouched")
        self.path.write_text(RIGHT)
        for path in (self.outside, self.outside / "victim.txt", self.workspace, *self.workspace.rglob("*")):
            path.chmod(0o777 if path.is_dir() else 0o666)

    def _started(self, limit: float) -> Checker:
        with _environment(
            {
                MARK: self.mark,
                SECRET: "of the learner",
                "TUTOR_TIME_LIMIT": str(limit),
                "TMPDIR": str(self.temporary),
            }
        ):
            checker = Checker(self.lab, engine_for_all=False)
            self.runner.run(checker.start(self.question.engine))
            self.runner.run(self._one(checker))  # the first check starts what is started lazily
        return checker

    def _await_no_runner(self) -> None:
        """Folders of runners are removed beside the answer, soon after it."""
        waiting = len(self.checkers) if os.environ.get("TUTOR_NO_FORK") else 0  # one spare each
        until(lambda: len(list(self.temporary.iterdir())) <= waiting)

    async def _one(self, checker: Checker) -> tuple[Report, str]:
        report, printed = None, ""
        messages: Any = checker.check(self.question, self.path, self.workspace)
        async for message in messages:
            if isinstance(message, Report):
                assert report is None, "two reports"
                report = message
            elif isinstance(message, Output):
                printed += message.text
        assert report is not None, "no report"
        return report, printed

    @property
    def places(self) -> dict[str, str]:
        """What the names in the cases stand for."""
        solutions = places.solutions_folder(self.lab.name)
        return {
            "OUTSIDE": str(self.outside),
            "WORKSPACE": str(self.workspace),
            "SOLUTIONS": str(solutions),
            "SOLUTION": str(solutions / f"{SLUG}.py"),
            "LAB": self.lab.name,
            "SLUG": SLUG,
            "MARK": self.mark,
        }

    def put(self, case: Case) -> None:
        """Save the case as the learner's file, as if some time ago."""
        self.save(case.placed(self.places))

    def save(self, data: bytes, *, age: float = 10.0) -> None:
        """Save some bytes as the learner's file; its age tells a half-written file from a finished one."""
        self.path.write_bytes(data)
        then = time.time() - age
        os.utime(self.path, (then, then))

    def check(self, limit: float) -> tuple[Report, str]:
        """Check the learner's file as it is."""
        return self.runner.run(self._one(self.checkers[limit]))

    def check_right(self) -> Report:
        """Save a right answer and check it."""
        with suppress(OSError):
            self.path.unlink()
        self.save(RIGHT.encode())
        return self.check(LONG)[0]

    def find_processes(self) -> set[int]:
        """Every process, of whatever parent, that has the mark in its environment."""
        found = set()
        for folder in Path("/proc").iterdir():
            with suppress(OSError):
                if folder.name.isdigit() and self.mark.encode() in (folder / "environ").read_bytes():
                    found.add(int(folder.name))
        return found

    def left_over(self) -> set[int]:
        """The processes that do not go away."""
        until(lambda: not self.find_processes() - self.processes)
        return self.find_processes() - self.processes

    def changes(self) -> dict[str, Any]:
        """What is not as it was, and does not become so again: what it was and is."""
        until(lambda: self.snapshot() == self.expected)
        now = self.snapshot()
        names = {*now, *self.expected}
        return {
            name: (self.expected.get(name), now.get(name))
            for name in names
            if now.get(name) != self.expected.get(name)
        }

    def snapshot(self) -> dict[str, Any]:
        """The state of everything that exercise code must leave alone, but for the exercise itself."""
        state: dict[str, Any] = {str(path): "" for path in MEMORY.glob(f"*{self.mark}*")}  # not others'
        state |= {str(path): "" for path in self.temporary.glob("*")}
        for path in (*self.workspace.rglob("*"), *self.outside.rglob("*")):
            if path != self.path:
                status = path.lstat()
                digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
                state[str(path)] = (status.st_mode, status.st_uid, digest)
                if path.is_file():
                    state[f"{path} time"] = status.st_mtime_ns
        return state

    def close(self) -> None:
        """End the checkers."""
        for checker in self.checkers.values():
            self.runner.run(checker.close())
        self.runner.close()
        shutil.rmtree(self.root, ignore_errors=True)


def _load(name: str) -> Any:
    return content.load_lab(places.labs_folder() / name)


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def make() -> World:
    """A world in a new folder; in memory where there is room, for disks are slow at thousands of folders."""
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > 2**30
    return World(Path(tempfile.mkdtemp(prefix="hostile-", dir=MEMORY if roomy else None)).resolve())
