"""Writing a file so that it is either the old one or the new one, whatever happens in between.

What lies in a workspace's `.tutor/` is private: no umask lets anybody but its owner look into it.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from contextlib import suppress
from pathlib import Path

OWN_FOLDER, OWN_FILE = 0o700, 0o600
"""Permissions of what is private."""
ABANDONED = 3600.0
"""Seconds after which a temporary file belongs to a process that was killed."""

_UNKNOWN_THERE = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EBADF}
"""What file systems answer that cannot make a file or a folder durable when asked."""


def write_atomically(path: Path, data: bytes, *, private: bool = False) -> None:
    """Replace `path` by `data`, on the disk when this returns; OSError leaves what was there.

    A `private` file is for its owner alone; any other keeps the permissions it had.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with suppress(FileNotFoundError):
            temporary.unlink()  # of a process that was killed and had our number
        handle = os.open(temporary, _NEW_FILE, OWN_FILE if private else 0o666)
        with open(handle, "wb") as file:  # noqa: PTH123 - of a handle that was opened with its permissions
            _permit(handle, path, private=private)
            file.write(data)
            file.flush()
            sync(handle)
        temporary.replace(path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(path.parent)


_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def _permit(handle: int, path: Path, *, private: bool) -> None:
    if os.name == "nt":
        return
    with suppress(OSError):  # some file systems have no permissions, or fixed ones
        os.fchmod(handle, OWN_FILE if private else stat.S_IMODE(path.stat().st_mode))


def open_private(path: Path, flags: int) -> int:
    """Open a file that is made, if missing, for its owner alone."""
    handle = os.open(path, flags | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), OWN_FILE)
    if os.name != "nt" and stat.S_IMODE(os.fstat(handle).st_mode) != OWN_FILE:
        with suppress(OSError):
            os.fchmod(handle, OWN_FILE)  # the umask takes rights from the owner, or it is an old one
    return handle


def sync(handle: int) -> None:
    """Make an open file or folder durable where the file system knows how; OSError if that failed."""
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _UNKNOWN_THERE:
            raise


def sync_folder(folder: Path) -> None:
    """Make new and renamed entries of `folder` durable (a folder cannot be opened on Windows)."""
    if os.name == "nt":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return  # it may be written but not read: that its entries are durable cannot be asked for
    try:
        sync(handle)
    finally:
        os.close(handle)


def private_folder(folder: Path, *inner: str) -> Path:
    """Make `folder` and those within it, if missing, for their owner alone; the last one.

    Nothing above is made: a workspace that was deleted is not brought back as an empty shell.
    """
    for path in (folder, *(folder.joinpath(*inner[: k + 1]) for k in range(len(inner)))):
        if not path.is_dir():
            path.mkdir(OWN_FOLDER, exist_ok=True)
            with suppress(OSError):
                path.chmod(OWN_FOLDER)  # also where the umask takes rights from the owner
    return folder.joinpath(*inner)


def make_private(folder: Path) -> None:
    """Take from everybody but the owner what an earlier version let them see in `folder`.

    The folder itself is closed first, each folder in it last, so that a folder which is closed need not be
    looked through again. Files that a killed process left half written are removed.
    """
    if os.name == "nt":
        return
    with suppress(OSError):  # there is none yet, or it may not be looked at
        found = folder.stat()
        if stat.S_ISDIR(found.st_mode):
            _close(folder, stat.S_IMODE(found.st_mode))
            _close_entries(folder)


def _close_entries(folder: Path) -> None:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            found = entry.stat(follow_symlinks=False)
            open_to_others = bool(stat.S_IMODE(found.st_mode) & ~OWN_FOLDER)
            if stat.S_ISLNK(found.st_mode):
                continue
            if stat.S_ISDIR(found.st_mode) and open_to_others:
                _close_entries(Path(entry))
            elif _abandoned(entry.name, found):
                with suppress(OSError):
                    os.unlink(entry)  # noqa: PTH108 - an entry is no Path
                continue
            if open_to_others:
                _close(Path(entry), stat.S_IMODE(found.st_mode))


def _abandoned(name: str, found: os.stat_result) -> bool:
    temporary = stat.S_ISREG(found.st_mode) and name.startswith(".") and name.endswith(".tmp")
    return temporary and time.time() - found.st_mtime > ABANDONED


def _close(path: Path, mode: int) -> None:
    with suppress(OSError):  # somebody else's, or on a file system that can only be read
        if mode & ~OWN_FOLDER:
            path.chmod(mode & OWN_FOLDER)
