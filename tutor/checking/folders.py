"""The temporary folders of runners: made, and removed whatever is in them."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PREFIX = "tutor-run-"


class PlaceError(OSError):
    """There is nowhere to make a temporary folder."""

    remedy = "free some space there, or use another folder: `mkdir -p ~/tmp && export TMPDIR=~/tmp`"


def make() -> str:
    """A new folder whose name tells which process it belongs to; PlaceError where none can be made."""
    try:
        return tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-")
    except OSError as error:
        raise PlaceError(error.errno, f"no temporary folder can be made: {error.strerror}") from None


def remove(folder: str) -> None:
    """Remove a runner's folder: however deep, and also what was made unreadable in it."""
    for _ in removal(folder):
        pass


def removal(folder: str) -> Iterator[None]:
    """Remove a runner's folder in steps: a thousand folders take some disks seconds."""
    if os.open in os.supports_dir_fd:
        with suppress(OSError):
            yield from _emptying(os.open(folder, _FOLDER))
    shutil.rmtree(folder, ignore_errors=True)


_FOLDER = getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)


def _emptying(here: int) -> Iterator[None]:
    """Empty an open folder by going down and up step by step: no path grows long, no link is followed."""
    way: list[tuple[str, list[str]]] = []
    """From the top: the name of each folder gone into, and those still to do beside it."""
    todo = _without_files(here)
    while todo or way:
        yield
        if todo:
            name = todo.pop()
            os.chmod(name, 0o700, dir_fd=here)
            here = _moved(here, name)
            way.append((name, todo))
            todo = _without_files(here)
        else:
            here = _moved(here, "..")
            name, todo = way.pop()
            os.rmdir(name, dir_fd=here)
    os.close(here)


def _without_files(here: int) -> list[str]:
    """Remove all but folders from an open folder; the names of those."""
    with os.scandir(here) as found:
        entries = list(found)
    inner = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
    for entry in entries:
        if not entry.is_dir(follow_symlinks=False):
            os.unlink(entry.name, dir_fd=here)
    return inner


def _moved(here: int, name: str) -> int:
    try:
        return os.open(name, _FOLDER, dir_fd=here)
    finally:
        os.close(here)


ROUNDS = 3
"""How often is looked for stale folders: a process that was killed is not dead at once."""
PAUSE = 0.01


def remove_stale() -> None:
    """Remove the folders of processes that were killed, at once: by the last one who is left to do it."""
    for _ in range(ROUNDS):
        for _ in removal_of_stale():
            pass
        time.sleep(PAUSE)


def removal_of_stale() -> Iterator[None]:
    """Remove, in steps, the folders of processes that were killed before they could do it."""
    for folder in _folders():
        owner = folder.name.removeprefix(PREFIX).partition("-")[0]
        with suppress(OSError):
            if owner.isdigit() and not _alive(int(owner)) and folder.stat().st_uid == os.getuid():
                yield from removal(str(folder))


def _folders() -> list[Path]:
    """Those of all runners; none where they cannot even be looked for."""
    try:
        return sorted(Path(tempfile.gettempdir()).glob(f"{PREFIX}*-*"))
    except OSError:
        return []


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    with suppress(OSError):
        return b") Z" not in Path(f"/proc/{pid}/stat").read_bytes()
    return True
