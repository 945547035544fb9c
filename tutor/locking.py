"""One writer at a time, among all tutors on a workspace; the lock dies with its owner."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tutor.errors import JournalError
from tutor.files import open_private

_HELD = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
"""What a lock that somebody else has answers."""
_UNKNOWN_THERE = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL}
"""What a file system without locks answers."""

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def exclusive(path: Path, *, patience: float = 5.0) -> Iterator[bool]:
    """Hold the lock file `path`; gives False where the file system has no locks and nobody is kept out.

    JournalError when another tutor keeps it longer than `patience` seconds; OSError for any other refusal.
    """
    handle = open_private(path, os.O_RDWR)
    try:
        yield _locked(handle, path, time.monotonic() + patience)
    finally:
        os.close(handle)


def _locked(handle: int, path: Path, deadline: float) -> bool:
    while True:
        try:
            _try_lock(handle)
            return True
        except OSError as error:
            if error.errno in _UNKNOWN_THERE:
                return False
            if error.errno not in _HELD:
                raise
            if time.monotonic() > deadline:
                raise JournalError(
                    f"{path} is held by another tutor that does not answer; close that one and try again."
                ) from None
        time.sleep(0.005)
