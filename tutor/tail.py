"""Reads a journal from where it was last read; damaged lines are skipped and reported, never in the way."""

from __future__ import annotations

import gc
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tutor.errors import JournalError
from tutor.model import Event
from tutor.records import record
from tutor.refusals import reason, remedy

_MARK_LENGTH = 1024


@record
class Place:
    """How far a journal has been read; it can be stored and taken up again."""

    offset: int = 0
    lines: int = 0
    mark: str = ""
    """A hash of what stands just before `offset`: tells another journal at the same path."""


class Tail:
    """Gives every event of a journal once, as it comes."""

    def __init__(self, path: Path, place: Place | None = None) -> None:
        self.path = path
        self.damaged: list[int] = []
        """The lines that could not be read."""
        self.restarts = 0
        """How often the file turned out to be another one (or shorter) and was read from its start again."""
        self._offset = self._lines = 0
        self._file = (0, 0)
        if place and place.mark == self._mark(place.offset):
            self._offset, self._lines = place.offset, place.lines

    @property
    def problems(self) -> list[str]:
        """A sentence for each line that could not be read."""
        return [self.problem(line) for line in self.damaged]

    def problem(self, line: int) -> str:
        """Give the sentence about a line that could not be read."""
        return f"{self.path}:{line}: this line is damaged and was skipped; nothing else is affected."

    def place(self) -> Place:
        """Where reading goes on."""
        return Place(self._offset, self._lines, self._mark(self._offset))

    def read(self) -> list[Event]:
        """The events since the last time; a line still being written is left for the next time."""
        try:
            with self.path.open("rb") as file:
                found = os.fstat(file.fileno())
                if found.st_size == self._offset and self._file == (found.st_dev, found.st_ino):
                    return []
                self._start_again_if_replaced(found)
                file.seek(self._offset)
                data = file.read()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise JournalError(
                f"{self.path}: your progress cannot be read ({reason(error)}); "
                f"{remedy(error, self.path, reading=True)}."
            ) from None
        return self._take(data)

    def _start_again_if_replaced(self, found: os.stat_result) -> None:
        file = (found.st_dev, found.st_ino)
        if found.st_size < self._offset or (self._file != (0, 0) and file != self._file):
            self._offset = self._lines = 0
            self.damaged = []
            self.restarts += 1
        self._file = file

    def _take(self, data: bytes) -> list[Event]:
        end = data.rfind(b"\n") + 1
        whole, torn = data[:end], data[end:]
        lines = whole.count(b"\n")
        with _no_collector():
            events = _parse_fast(whole)
            if events is None or len(events) != lines:
                events = list(self._parse_slowly(whole))
        self._offset += len(whole)
        self._lines += lines
        if torn and not _event(torn):
            # Cut off by a crash: the next append will start on a line of its own.
            self._report(self._lines + 1)
        return events

    def _parse_slowly(self, whole: bytes) -> Iterator[Event]:
        for number, line in enumerate(whole.split(b"\n")[:-1], self._lines + 1):
            if event := _event(line):
                yield event
            elif line.strip():
                self._report(number)

    def _report(self, number: int) -> None:
        if number not in self.damaged:
            self.damaged.append(number)

    def _mark(self, offset: int) -> str:
        try:
            with self.path.open("rb") as file:
                file.seek(max(0, offset - _MARK_LENGTH))
                return hashlib.sha256(file.read(min(offset, _MARK_LENGTH))).hexdigest()
        except OSError:
            return ""


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
    # A hundred thousand new dictionaries set off the cycle collector over and over: half the time.
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
