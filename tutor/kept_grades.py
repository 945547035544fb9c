"""The results of a grading as they are kept beside the learners' folders, so that it can be interrupted."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any, TextIO

from tutor.errors import TutorError
from tutor.files import open_private
from tutor.model import Status
from tutor.printing import warn
from tutor.refusals import reason, remedy

NAME = ".tutor-grades.jsonl"

_FLAGS = os.O_RDWR | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class KeptGrades:
    """A line for each result in a file that is the teacher's alone; TutorError if there can be none."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        try:
            self._file = _opened(self.path)
        except OSError as error:
            raise TutorError(
                f"{self.path} cannot be written, so no grade could be kept ({reason(error)}); "
                f"{remedy(error, self.path)}, or copy the folder to where you may write."
            ) from None
        self.results: dict[str, dict[str, Any]] = {}
        """What earlier runs found, by the key of the submission."""
        self._failed = False
        self._load()

    def _load(self) -> None:
        """Read what is there; a line that is damaged or torn is left out, and the next begins a new one."""
        line = ""
        for line in self._file:
            try:
                entry = json.loads(line)
                Status(entry["result"]["status"])
                self.results[entry["key"]] = {"misconception": None, **entry["result"]}
            except (ValueError, KeyError, TypeError, RecursionError):
                continue
        if line and not line.endswith("\n"):
            self._write("\n")

    def keep(self, key: str, result: dict[str, Any]) -> None:
        """Append a result; where that fails later on it is said once, and grading goes on."""
        self._write(json.dumps({"key": key, "result": result}) + "\n")

    def _write(self, text: str) -> None:
        try:
            self._file.write(text)
            self._file.flush()
        except OSError as error:
            if not self._failed:
                warn(f"{self.path}: what follows is not kept ({reason(error)}); {remedy(error, self.path)}.")
            self._failed = True

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _opened(path: Path) -> TextIO:
    handle = open_private(path, _FLAGS)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(None, "it is not an ordinary file")
    return open(handle, "r+", encoding="utf-8", errors="replace")  # noqa: PTH123 - of a handle
