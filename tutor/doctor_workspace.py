"""What works where the workspace lies: writing, renaming, locking, syncing; and its files."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from tutor.errors import TutorError
from tutor.locking import exclusive
from tutor.records import record
from tutor.refusals import reason, remedy
from tutor.review.settings import load_review
from tutor.settings import load
from tutor.tail import Tail

ENOUGH = 50 * 2**20
"""Bytes of free disk space below which saving is in danger."""


@record
class Finding:
    """One thing that was looked at."""

    topic: str
    found: str
    fine: bool
    needed: bool = False
    """Whether the tutor cannot do its work without it."""
    remedy: str = ""
    """What to do when it is not fine."""


def workspace(folder: Path) -> Iterator[Finding]:
    """Look at a workspace, or at where one would be; what is tried there leaves nothing behind."""
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".tutor-doctor-") as tried:
            (Path(tried) / "written").write_bytes(b"x")
            yield Finding("write access", str(folder), True)
            yield from _abilities(Path(tried))
    except OSError as error:
        cure = f"{remedy(error, folder)}, or make another with `tutor init DIR`"
        yield Finding("write access", f"{folder}: {reason(error)}", False, needed=True, remedy=cure)
    with suppress(OSError):
        free = shutil.disk_usage(folder).free
        cure = "" if free > ENOUGH else "free some; every version you check is kept"
        yield Finding("disk space", f"{free / 2**20:.0f} MB free", free > ENOUGH, remedy=cure)
    yield _journal(folder / ".tutor" / "journal.jsonl")
    yield _settings(folder)


def _abilities(folder: Path) -> Iterator[Finding]:
    """Try what keeping progress stands on, each by itself."""
    yield _tried("locking", _lock, folder, "work with one tutor at a time here: two could mix their lines")
    yield _tried("renaming", _rename, folder, "choose another folder with `tutor init DIR`", needed=True)
    after_a_crash = "after a power cut the last events may be missing; nothing else is affected"
    yield _tried("syncing a file", _sync_file, folder, after_a_crash)
    if os.name != "nt":
        yield _tried("syncing a folder", _sync_folder, folder, after_a_crash)


def _tried(
    topic: str, attempt: Callable[[Path], object], folder: Path, cure: str, *, needed: bool = False
) -> Finding:
    try:
        attempt(folder)
    except OSError as error:
        return Finding(topic, f"does not work here: {reason(error)}", False, needed=needed, remedy=cure)
    except TutorError as error:
        return Finding(topic, str(error), False, needed=needed, remedy=cure)
    return Finding(topic, "works here", True)


def _lock(folder: Path) -> None:
    with exclusive(folder / "lock", patience=0) as alone:
        if not alone:
            raise OSError(0, "this file system knows no locks")


def _rename(folder: Path) -> None:
    (folder / "new").write_bytes(b"new")
    (folder / "new").replace(folder / "written")


def _sync_file(folder: Path) -> None:
    with (folder / "written").open("ab") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _journal(path: Path) -> Finding:
    tail = Tail(path)
    try:
        events = len(tail.read())
    except TutorError as error:
        return Finding("progress", str(error), False)
    found = f"{events} events"
    if not tail.damaged:
        return Finding("progress", found, True)
    lines = ", ".join(map(str, tail.damaged[:10])) + (", …" if len(tail.damaged) > 10 else "")
    cure = f"they are skipped and the rest counts; to look at them: less {path}"
    return Finding("progress", f"{found}; damaged lines of {path}: {lines}", False, remedy=cure)


def _settings(folder: Path) -> Finding:
    settings = load(folder)
    problems = (*settings.problems, *load_review(settings.files).problems)
    if problems:
        return Finding("settings", problems[0], False, remedy="correct that line, or delete it")
    return Finding("settings", "understood", True)
