"""What happened in a workspace, in order: append-only, fsynced, shared by several tutors, never rewritten.

One JSON object a line: `{"at": seconds, "kind": "…", "data": {…}}`. A torn or corrupt line is skipped and
reported; kinds and question names from another version are kept as they are.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tutor.errors import JournalError, ReadOnlyError
from tutor.files import make_private, open_private, private_folder, sync, sync_folder, write_atomically
from tutor.locking import exclusive
from tutor.model import Event
from tutor.refusals import reason, remedy
from tutor.tail import Tail


class Journal:
    """The events of one workspace, and every version of a file that was ever checked."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        """Open the journal in `folder` (a workspace's `.tutor/`), made if it may be. Reads nothing yet."""
        self.folder = folder
        self.clock = clock
        self.path = folder / "journal.jsonl"
        self.versions = folder / "versions"
        self._tail = Tail(self.path)
        self._events: list[Event] = []
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            private_folder(folder)
        except (FileExistsError, NotADirectoryError) as error:
            raise self._refused(folder, error) from None
        except OSError:
            pass  # what can only be read can still be looked at; the first event says what is wrong
        make_private(folder)

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
            private_folder(self.folder)
            with exclusive(self.folder / "journal.lock") as alone:
                self._write("".join(lines).encode(), alone=alone)
        except OSError as error:
            raise self._refused(self.path, error) from None
        return events

    def keep(self, source: bytes) -> str:
        """Store a version of an exercise file; returns its sha256, the name to bring it back by."""
        sha = hashlib.sha256(source).hexdigest()
        path = self.versions / sha
        try:
            # One that was damaged meanwhile is stored afresh.
            if not path.exists() or path.read_bytes() != source:
                private_folder(self.folder, self.versions.name)
                write_atomically(path, source, private=True)
        except OSError as error:
            raise self._refused(path, error) from None
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

    def _write(self, line: bytes, *, alone: bool) -> None:
        """Append; on a failure put the file back to the length it had, if nobody else can have written."""
        fresh = not self.path.exists()
        handle = open_private(self.path, os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0))
        try:
            length = os.fstat(handle).st_size
            try:
                _write_all(handle, line if _ends_a_line(handle, length) else b"\n" + line)
                sync(handle)
            except OSError:
                if alone:
                    os.ftruncate(handle, length)
                raise
        finally:
            os.close(handle)
        if fresh:
            sync_folder(self.folder)

    def _refused(self, path: Path, error: OSError) -> JournalError:
        kind = ReadOnlyError if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM) else JournalError
        return kind(
            f"{self.folder}: your progress could not be saved ({reason(error)}); {remedy(error, path)}. "
            "Nothing already saved was harmed."
        )


def _ends_a_line(handle: int, length: int) -> bool:
    if not length:
        return True
    os.lseek(handle, length - 1, os.SEEK_SET)
    return os.read(handle, 1) == b"\n"


def _write_all(handle: int, data: bytes) -> None:
    while data:
        data = data[os.write(handle, data) :]
