"""The learner's folder: `exercises/<lab>/` with their files, `.tutor/` with what is remembered.

Files in `exercises/` are written only when missing, or by a confirmed reset or restore that first keeps
what is there.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from tutor.errors import ContentError, WorkspaceError
from tutor.files import write_atomically
from tutor.model import Lab
from tutor.places import solutions_folder
from tutor.refusals import reason, remedy
from tutor.stubs import release

LONGEST = 16 * 2**20
"""Bytes of the longest exercise that is read or kept."""


class Workspace:
    """A folder that holds `exercises/<lab>/`."""

    def __init__(self, root: Path, lab: str) -> None:
        self.root = root
        self.lab = lab

    @classmethod
    def find(cls, start: Path, lab: str) -> Workspace:
        """The workspace of `lab` that `start` lies in, or WorkspaceError."""
        start = start.absolute()
        for root in (start, *start.parents):
            folder = root / "exercises" / lab
            if os.access(folder, os.F_OK) and folder.is_dir():  # what may not be looked into is passed over
                return cls(root, lab)
        if os.access(start / "exercises", os.F_OK) and not os.access(start / "exercises", os.X_OK):
            raise _closed(start / "exercises")
        raise WorkspaceError(
            f"{start}: there is no exercises/{lab} here or above; run `tutor init` to make it in this folder."
        )

    @classmethod
    def create(cls, root: Path, lab: Lab) -> Workspace:
        """Make `exercises/<lab>/` in `root` and put in every fresh exercise that is missing."""
        workspace = cls(root.absolute(), lab.name)
        try:
            workspace.exercises.mkdir(parents=True, exist_ok=True)
            for question in lab.questions:
                path = workspace.exercise(question.slug)
                if not path.exists() and not path.is_symlink():
                    write_atomically(path, fresh_exercise(lab.name, question.slug).encode())
        except OSError as error:
            raise _refused(workspace.exercises, error) from None
        return workspace

    @property
    def exercises(self) -> Path:
        """The folder with one `.py` a question."""
        return self.root / "exercises" / self.lab

    @property
    def state(self) -> Path:
        """Where the journal, the kept versions, the reports and the settings are."""
        return self.root / ".tutor"

    def exercise(self, slug: str) -> Path:
        """The learner's file for a question."""
        return self.exercises / f"{slug}.py"

    def report(self, slug: str) -> Path:
        """The file that holds the last report of a question as text."""
        return self.state / "reports" / f"{slug}.txt"

    def read(self, slug: str) -> bytes | None:
        """The learner's file as it is; None when it is missing, no ordinary file, or absurdly long."""
        path = self.exercise(slug)
        try:
            found = path.stat()
            # A pipe would block, a device never end, a sparse giant fill the memory.
            sane = stat.S_ISREG(found.st_mode) and found.st_size <= LONGEST
            return path.read_bytes() if sane else None
        except OSError:
            return None

    def replace(self, slug: str, source: bytes, keep: Callable[[bytes], str]) -> str | None:
        """Write `source` over the learner's file, once `keep` has stored what was there; returns its name."""
        path = self.exercise(slug)
        before = self.read(slug)
        if before is None and (path.exists() or path.is_symlink()):
            raise WorkspaceError(f"{path} is no file that can be kept; move it away and try again.")
        kept = None if before is None else keep(before)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, source)
        except OSError as error:
            raise _refused(path, error) from None
        return kept


def solution_source(lab: str, slug: str) -> str:
    """The text of a reference answer."""
    path = solutions_folder(lab) / f"{slug}.py"
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise ContentError(f"{path}:1: cannot be read ({why}); install lab-tutor again.") from None


def fresh_exercise(lab: str, slug: str) -> str:
    """The text of an exercise nobody has touched."""
    return release(solution_source(lab, slug))


def _closed(folder: Path) -> WorkspaceError:
    denied = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return WorkspaceError(
        f"{folder} cannot be looked into ({reason(denied)}); {remedy(denied, folder, reading=True)}."
    )


def _refused(path: Path, error: OSError) -> WorkspaceError:
    return WorkspaceError(
        f"{path} cannot be written ({reason(error)}); {remedy(error, path)}, "
        "or choose another with `tutor init DIR`."
    )
