"""The temporary folders of runners: made, and removed whatever is in them."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PREFIX = "tutor-run-"


def make() -> str:
    """A new folder whose name tells which process it belongs to."""
    return tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-")


def remove(folder: str) -> None:
    """Remove a runner's folder: however deep, and also what was made unreadable in it.

    Folders two levels down are moved up before they are looked into, so that no path grows long; links are
    removed and never followed.
    """
    with suppress(OSError):
        while inner := list(_folders_in(Path(folder))):
            for child in inner:
                for grandchild in list(_folders_in(child)):
                    grandchild.chmod(0o700)
                    grandchild.rename(Path(folder, secrets.token_hex()))
                shutil.rmtree(child)
    shutil.rmtree(folder, ignore_errors=True)


def _folders_in(folder: Path) -> Iterator[Path]:
    folder.chmod(0o700)
    with os.scandir(folder) as entries:
        yield from (Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False))


def remove_stale() -> None:
    """Remove the folders of processes that were killed before they could do it."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*-*"):
        owner = folder.name.removeprefix(PREFIX).partition("-")[0]
        with suppress(OSError):
            if owner.isdigit() and not _alive(int(owner)) and folder.stat().st_uid == os.getuid():
                remove(str(folder))


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def size(folder: str) -> int:
    """Bytes of all files in a folder, as far as they can be seen."""
    total, folders = 0, [folder]
    while folders:
        with suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    total += entry.stat(follow_symlinks=False).st_size
    return total
