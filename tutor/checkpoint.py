"""The progress at some place of the journal, so that a long journal need not be read at every start.

A checkpoint is worth nothing by itself: without one, or with one that does not fit the journal or this
version of the tutor, progress is derived from the whole journal.
"""

from __future__ import annotations

import dataclasses
import json
from contextlib import suppress

from tutor import __version__
from tutor.files import write_atomically
from tutor.journal import Journal
from tutor.progress import Progress
from tutor.tail import Place, Tail

OFTEN = 500
"""Events after which a new checkpoint is worth writing."""


class Follower:
    """Keeps the progress of one lab up to date with a journal that several tutors write."""

    def __init__(self, journal: Journal, lab: str) -> None:
        self.path = journal.folder / f"progress-{lab}.json"
        self.tail = Tail(journal.path)
        self.progress = Progress(lab)
        self._unsaved = 0
        self._resume(journal)
        self.update()

    def update(self) -> Progress:
        """Take in what is new in the journal."""
        restarts = self.tail.restarts
        events = self.tail.read()
        if self.tail.restarts != restarts:
            self.progress = Progress(self.progress.lab)
        for event in events:
            self.progress.apply(event)
        self._unsaved += len(events)
        if self._unsaved >= OFTEN:
            self._save()
        return self.progress

    def _resume(self, journal: Journal) -> None:
        with suppress(OSError, ValueError, KeyError, TypeError):
            stored = json.loads(self.path.read_bytes())
            place = Place(**stored["place"])
            tail = Tail(journal.path, place)
            if stored["version"] == __version__ and tail.place() == place:
                tail.damaged += map(int, stored["damaged"])
                self.progress = Progress.from_data(self.progress.lab, stored["progress"])
                self.tail = tail

    def _save(self) -> None:
        stored = {
            "version": __version__,
            "place": dataclasses.asdict(self.tail.place()),
            "damaged": self.tail.damaged,
            "progress": self.progress.as_data(),
        }
        with suppress(OSError):  # the journal has it all
            write_atomically(self.path, json.dumps(stored).encode(), private=True)
            self._unsaved = 0
