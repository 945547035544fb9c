"""One writer at a time, among all tutors on a workspace; the lock dies with its owner."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tutor.errors import JournalError

if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _try_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def exclusive(path: Path, *, patience: float = 5.0) -> Iterator[None]:
    """Hold the lock file `path`; JournalError when another tutor keeps it longer than `patience` seconds."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    try:
        deadline = time.monotonic() + patience
        while True:
            try:
                _try_lock(handle)
                break
            except OSError:
                if time.monotonic() > deadline:
                    raise JournalError(
                        f"{path} is held by another tutor that does not answer; close that one and try again."
                    ) from None
                time.sleep(0.005)
        yield
    finally:
        os.close(handle)
