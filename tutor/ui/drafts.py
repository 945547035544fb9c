"""Text a learner was still writing when they left: kept in the workspace until it is finished."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from tutor.files import private_folder, write_atomically


class Drafts:
    """One small file for each unfinished text; a disk that refuses costs the draft and nothing else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, name: str) -> Path:
        """Where a draft is, if there is one."""
        return self._folder / name

    def get(self, name: str) -> str:
        """Give a draft; empty when there is none."""
        try:
            return self.path(name).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return ""

    def put(self, name: str, text: str) -> None:
        """Keep a draft; an empty one is taken away."""
        with suppress(OSError):
            if text.strip():
                private_folder(self._folder.parent, self._folder.name)
                write_atomically(self.path(name), text.encode("utf-8", "replace"), private=True)
            else:
                self.path(name).unlink(missing_ok=True)
