"""Notices that a file was saved by asking for its stat often: on every file system, through renames."""

from __future__ import annotations

import asyncio
import hashlib
import os
import stat
from collections.abc import AsyncIterator, Iterable
from pathlib import Path

PERIOD = 0.04
"""Seconds between two looks at the file in front of the learner."""
SETTLE = 0.01
"""Seconds until the second look at a file that has just changed."""
LARGEST_HASHED = 4 * 2**20
"""Bytes; a larger file is told apart by its stat alone, so that looking at it never blocks the screen."""

Signature = tuple[int, int, int, int] | None
"""(mtime in ns, size, inode, type), or None when nothing is there."""


def signature(path: Path) -> Signature:
    """Describe the file at a path without opening it."""
    try:
        found = os.stat(path)  # noqa: PTH116 - this is all that an idle tutor does
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino, stat.S_IFMT(found.st_mode)


def fingerprint(path: Path) -> bytes:
    """Hash a regular file's bytes; anything else (a folder, a pipe, a giant) is told by its stat."""
    found = signature(path)
    if found is None or found[3] != stat.S_IFREG or found[1] > LARGEST_HASHED:
        return repr(found and (found[3], found[0])).encode()
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except OSError as error:
        return repr(error).encode()


class Watched:
    """One path and what it last held."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._seen = signature(path)
        self._content = fingerprint(path)
        self._pending: Signature = None

    def saved(self) -> bool:
        """Look once; true when new content has stood still for two looks.

        A path that is briefly missing (a save by rename) counts as not yet changed, and a save of the same
        bytes (`touch`, `:w`) as none.
        """
        now = signature(self.path)
        if now is None or now == self._seen:
            self._pending = None
            return False
        if now != self._pending:
            self._pending = now
            return False
        self._seen, self._pending = now, None
        return self._is_new()

    @property
    def settling(self) -> bool:
        """Whether a change was seen once and waits for its second look."""
        return self._pending is not None

    def accept(self) -> None:
        """Take the present content as seen, for whoever has just read or written the file themselves."""
        self._seen, self._content, self._pending = signature(self.path), fingerprint(self.path), None

    def _is_new(self) -> bool:
        before, self._content = self._content, fingerprint(self.path)
        return self._content != before


class Watch:
    """The learner's files: the one in front of them is looked at each period, the others in turn.

    Taking turns, one every second look, keeps the cost the same for twenty files and for five hundred.
    """

    def __init__(self, paths: Iterable[Path], period: float = PERIOD) -> None:
        self._watched = {path: Watched(path) for path in paths}
        self._others = list(self._watched.values())
        self._period = period
        self.looks = 0
        """How often the turn went on so far."""
        self.near: Path | None = None
        """The file in front of the learner."""

    def accept(self, path: Path) -> None:
        """Take a file's present content as seen."""
        if path in self._watched:
            self._watched[path].accept()

    async def saves(self) -> AsyncIterator[Path]:
        """Yield each file that was saved, for ever."""
        while True:
            near = self._watched.get(self.near) if self.near else None
            looked_at = [each for each in dict.fromkeys((near, self._other())) if each]
            for each in looked_at:
                if each.saved():
                    yield each.path
            settling = any(each.settling for each in looked_at)
            await asyncio.sleep(min(SETTLE, self._period) if settling else self._period)

    def _other(self) -> Watched | None:
        """The file whose turn it is, if one's is; one that has just changed keeps it."""
        turn, odd = divmod(self.looks, 2)
        other = self._others[turn % len(self._others)] if self._others else None
        if other and other.settling:
            return other
        self.looks += 1
        return None if odd else other
