"""A class of learners whose hand-ins are nasty: what lies in each folder, and how its grading must end."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.hostile.generated import RIGHT, WRONG
from tutor.records import record

Place = Callable[[Path, Path], object]
"""Puts something into a learner's folder, given that and a folder outside the class."""

EXERCISES = Path("exercises", "optimization")
FILE = EXERCISES / "q03_sigmoid.py"
GIANT = 1 << 40
"""Bytes; more than any disk of the tests has, so the file is a hole."""


@record
class HandIn:
    """One learner."""

    name: bytes
    """Of the folder; not always text."""
    place: Place
    status: str
    says: str
    """What stands in the reason."""
    shown: str = ""
    """The name as it is printed, where it is another one."""


def make_class(folder: Path, outside: Path) -> None:
    """Fill `folder`; what links lead to lies in `outside`: right answers that nobody here wrote."""
    (outside / EXERCISES).mkdir(parents=True)
    (outside / FILE).write_text(RIGHT)
    for each in CLASS:
        learner = folder / os.fsdecode(each.name)
        each.place(learner, outside)


def _saves(source: str) -> Place:
    return lambda learner, _: _made(learner).write_text(source)


def _made(learner: Path) -> Path:
    (learner / EXERCISES).mkdir(parents=True, exist_ok=True)
    return learner / FILE


def _giant(learner: Path, _: Path) -> None:
    with _made(learner).open("wb") as file:
        file.truncate(GIANT)


def _socket(learner: Path, _: Path) -> None:
    _made(learner)
    here = Path.cwd()
    os.chdir(learner / EXERCISES)  # the whole path may be longer than the name of a socket
    try:
        with closing(socket.socket(socket.AF_UNIX)) as endpoint:
            endpoint.bind(FILE.name)
    finally:
        os.chdir(here)


def _links(target: str) -> Place:
    return lambda learner, outside: _made(learner).symlink_to(target.format(outside=outside))


def _linked_folder(part: str) -> Place:
    """A link in the place of one of the folders on the way to the file."""

    def place(learner: Path, outside: Path) -> None:
        (learner / part).parent.mkdir(parents=True, exist_ok=True)
        (learner / part).symlink_to(outside / part)

    return place


def _linked_twice(learner: Path, outside: Path) -> None:
    """A link inside the folder to a folder that is itself a link out of it."""
    _made(learner)
    (learner / "notes").symlink_to(outside)
    (learner / FILE).symlink_to(Path("..", "..", "notes", FILE))


def _linked_within(learner: Path, _: Path) -> None:
    _made(learner).symlink_to("mine.py")
    (learner / EXERCISES / "mine.py").write_text(RIGHT)


def _loop_of_folders(learner: Path, _: Path) -> None:
    learner.mkdir()
    (learner / "exercises").symlink_to("exercises")


def _file_for_folder(learner: Path, _: Path) -> None:
    learner.mkdir()
    (learner / "exercises").write_text("mine")


def _closed(learner: Path, _: Path) -> None:
    _made(learner).write_text(RIGHT)
    learner.chmod(0)


NOT_READ = "so it was not read"
ORDINARY_USER = hasattr(os, "geteuid") and os.geteuid() != 0
CLOSED = (HandIn(b"closed", _closed, "failed", "Permission denied"),) if ORDINARY_USER else ()
NO_TEXT = (HandIn(b"bad\xff", _saves(RIGHT), "passed", "", r"bad\xff"),) if sys.platform == "linux" else ()

CLASS = (
    HandIn(b"ann", _saves(RIGHT), "passed", ""),
    HandIn(b"bob", _saves(WRONG), "failed", ""),
    HandIn(b"giant", _giant, "failed", "MB long"),
    HandIn(b"pipe", lambda learner, _: os.mkfifo(_made(learner)), "failed", "not an ordinary file"),
    HandIn(b"socket", _socket, "failed", "cannot be opened"),
    HandIn(b"folder", lambda learner, _: _made(learner).mkdir(), "failed", "is a folder"),
    HandIn(b"binary", lambda learner, _: _made(learner).write_bytes(b"\xff\x00"), "failed", "not readable"),
    HandIn(b"nothing", lambda learner, _: _made(learner), "unwritten", "is not there"),
    HandIn(b"loop", _links(FILE.name), "failed", "cannot be opened"),
    HandIn(b"device", _links("/dev/zero"), "failed", NOT_READ),
    HandIn(b"thief", _links("{outside}/exercises/optimization/q03_sigmoid.py"), "failed", NOT_READ),
    HandIn(b"copycat", _links("../../../ann/exercises/optimization/q03_sigmoid.py"), "failed", NOT_READ),
    HandIn(b"linked-lab", _linked_folder("exercises/optimization"), "failed", NOT_READ),
    HandIn(b"linked-exercises", _linked_folder("exercises"), "failed", NOT_READ),
    HandIn(b"linked-learner", lambda learner, outside: learner.symlink_to(outside), "failed", NOT_READ),
    HandIn(b"linked-twice", _linked_twice, "failed", NOT_READ),
    HandIn(b"linked-within", _linked_within, "passed", ""),
    HandIn(b"loop-of-folders", _loop_of_folders, "failed", "cannot be opened"),
    HandIn(b"file-for-folder", _file_for_folder, "failed", "cannot be opened"),
    HandIn("\u202egnp\x1b[2J\nann".encode(), _saves(RIGHT), "passed", "", r"\u202egnp\nann"),
    HandIn("zero\u200b\U000e0041".encode(), _saves(RIGHT), "passed", "", r"zero\u200b\U000e0041"),
    *NO_TEXT,
    *CLOSED,
)
