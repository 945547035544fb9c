"""What happened in a workspace, in order: append-only, fsynced, shared by several tutors, never rewritten.

One JSON object a line: `{"at": seconds, "kind": "…", "data": {…}}`. A torn or corrupt line is skipped and
reported; kinds and question names from another version are kept as they are.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tutor.errors import JournalError
from tutor.files import sync_folder, write_atomically
from tutor.locking import exclusive
from tutor.model import Event


class Journal:
    """The events of one workspace, and every version of a file that was ever checked."""

    def __init__(self, folder: Path) -> None:
        """Open the journal in `folder` (a workspace's `.tutor/`); it is created when missing."""
        self.folder = folder
        self.path = folder / "journal.jsonl"
        self.versions = folder / "versions"
        self.events: list[Event] = []
        """In the order of the file. Grows; never copy it where its length will do."""
        self.problems: list[str] = []
        """A sentence for each line that could not be read."""
        self._offset = 0
        self._lines = 0
        try:
            self.versions.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _refused(folder, error) from None
        self.refresh()
        self._report_torn_end()

    def refresh(self) -> list[Event]:
        """Read what other tutors have appended since; returns the new events."""
        try:
            with self.path.open("rb") as file:
                if os.fstat(file.fileno()).st_size < self._offset:
                    self._offset = self._lines = 0
                    self.events.clear()
                file.seek(self._offset)
                data = file.read()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise _refused(self.path, error) from None
        return self._take(data)

    def append(self, kind: str, **data: Any) -> Event:
        """Write one event; when this returns it is on the disk."""
        event = Event(kind, time.time(), data)
        line = json.dumps({"at": event.at, "kind": kind, "data": data}, separators=(",", ":"))
        try:
            with exclusive(self.folder / "journal.lock"):
                self._write(line.encode() + b"\n")
        except OSError as error:
            raise _refused(self.path, error) from None
        self.refresh()
        return event

    def keep(self, source: bytes) -> str:
        """Store a version of an exercise file; returns its sha256, the name to bring it back by."""
        sha = hashlib.sha256(source).hexdigest()
        path = self.versions / sha
        if not path.exists():
            try:
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
        flags = (
            os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        )
        fresh = not self.path.exists()
        handle = os.open(self.path, flags, 0o666)
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

    def _take(self, data: bytes) -> list[Event]:
        """Turn the whole lines of `data` into events; a last line without its end is left for later."""
        whole = data[: data.rfind(b"\n") + 1]
        self._offset += len(whole)
        lines = whole.count(b"\n")
        with _no_collector():
            new = _parse_fast(whole)
            if new is None or len(new) != lines:
                new = list(self._parse_slowly(whole))
        self._lines += lines
        self.events += new
        return new

    def _parse_slowly(self, whole: bytes) -> Iterator[Event]:
        for number, line in enumerate(whole.split(b"\n")[:-1], self._lines + 1):
            if event := _event(line):
                yield event
            elif line.strip():
                self._report(number)

    def _report_torn_end(self) -> None:
        """A last line without an end was cut off by a crash; the next append starts on a line of its own."""
        with suppress(OSError), self.path.open("rb") as file:
            file.seek(self._offset)
            if (torn := file.read()) and not _event(torn):
                self._report(self._lines + 1)

    def _report(self, number: int) -> None:
        problem = f"{self.path}:{number}: this line is damaged and was skipped; nothing else is affected."
        if problem not in self.problems:
            self.problems.append(problem)


def _parse_fast(whole: bytes) -> list[Event] | None:
    """All lines at once (four times as quick as one by one), or None if any of them is damaged."""
    try:
        records = json.loads(b"[" + whole.rstrip(b"\n").replace(b"\n", b",") + b"]")
        return [Event(r["kind"], r["at"], r["data"]) for r in records if _sound(r)]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _event(line: bytes) -> Event | None:
    try:
        record = json.loads(line)
        return Event(record["kind"], record["at"], record["data"]) if _sound(record) else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _sound(record: Any) -> bool:
    """Whether a decoded line has the three fields of an event, of their types."""
    kind, at, data = record["kind"], record["at"], record["data"]
    return isinstance(kind, str) and isinstance(at, int | float) and isinstance(data, dict)


@contextmanager
def _no_collector() -> Iterator[None]:
    # A hundred thousand new dictionaries set off the cycle collector over and over: half the opening time.
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


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
