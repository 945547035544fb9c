"""What happened in a workspace, in order: append-only, fsynced, shared by several tutors, never rewritten.

One JSON object a line: `{"at": seconds, "kind": "…", "data": {…}}`. A torn or corrupt line is skipped and
reported; kinds and question names from another version are kept as they are.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tutor.errors import JournalError
from tutor.files import sync_folder, write_atomically
from tutor.locking import exclusive
from tutor.model import Event
from tutor.tail import Tail


class Journal:
    """The events of one workspace, and every version of a file that was ever checked."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        """Open the journal in `folder` (a workspace's `.tutor/`), created when missing. Reads nothing yet."""
        self.folder = folder
        self.clock = clock
        self.path = folder / "journal.jsonl"
        self.versions = folder / "versions"
        self._tail = Tail(self.path)
        self._events: list[Event] = []
        try:
            self.versions.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _refused(folder, error) from None

    @property
    def events(self) -> list[Event]:
        """All events, those of other tutors too, in the order of the file. Read when first asked for."""
        restarts = self._tail.restarts
        new = self._tail.read()
        self._events = new if self._tail.restarts != restarts else self._events + new if new else self._events
        return self._events

    @property
    def problems(self) -> list[str]:
        """A sentence for each line of `events` that could not be read."""
        return self._tail.problems

    def append(self, kind: str, **data: Any) -> Event:
        """Write one event; when this returns it is on the disk."""
        return self.append_all(kind, [data])[0]

    def append_all(self, kind: str, records: Sequence[dict[str, Any]]) -> list[Event]:
        """Write several events of a kind at once; when this returns they are on the disk."""
        events = [Event(kind, self.clock(), data) for data in records]
        lines = [
            json.dumps({"at": event.at, "kind": kind, "data": event.data}, separators=(",", ":")) + "\n"
            for event in events
        ]
        if not lines:
            return events
        try:
            # Without parents: a workspace that was deleted is not brought back as an empty shell.
            self.folder.mkdir(exist_ok=True)
            with exclusive(self.folder / "journal.lock"):
                self._write("".join(lines).encode())
        except OSError as error:
            raise _refused(self.path, error) from None
        return events

    def keep(self, source: bytes) -> str:
        """Store a version of an exercise file; returns its sha256, the name to bring it back by."""
        sha = hashlib.sha256(source).hexdigest()
        path = self.versions / sha
        if not path.exists():
            try:
                self.folder.mkdir(exist_ok=True)
                self.versions.mkdir(exist_ok=True)
                write_atomically(path, source)
            except OSError as error:
                raise _refused(path, error) from None
        return sha

    def has(self, sha: str) -> bool:
        """Whether a version is stored."""
        return (self.versions / sha).is_file()

    def version(self, sha: str) -> bytes:
        """A stored version, whole."""
        try:
            source = (self.versions / sha).read_bytes()
        except OSError:
            source = b""
        if hashlib.sha256(source).hexdigest() != sha:
            raise JournalError(
                f"{self.versions / sha} is missing or damaged; `tutor history` lists the others."
            )
        return source

    def _write(self, line: bytes) -> None:
        """Append under the lock; on a failure put the file back to the length it had."""
        extra = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        fresh = not self.path.exists()
        handle = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT | extra, 0o666)
        try:
            length = os.fstat(handle).st_size
            try:
                _write_all(handle, line if _ends_a_line(handle, length) else b"\n" + line)
                os.fsync(handle)
            except OSError:
                os.ftruncate(handle, length)
                raise
        finally:
            os.close(handle)
        if fresh:
            sync_folder(self.folder)


def _ends_a_line(handle: int, length: int) -> bool:
    if not length:
        return True
    os.lseek(handle, length - 1, os.SEEK_SET)
    return os.read(handle, 1) == b"\n"


def _write_all(handle: int, data: bytes) -> None:
    while data:
        data = data[os.write(handle, data) :]


def _refused(path: Path, error: OSError) -> JournalError:
    reason = error.strerror or str(error)
    return JournalError(
        f"{path}: your progress could not be saved ({reason}); free some space or make the folder writable, "
        "then try again. Nothing already saved was harmed."
    )
