"""Finds the learner's editor and starts it on a file."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

_WINDOWED = (
    "code codium code-insiders cursor zed subl gedit kate gnome-text-editor mousepad notepad notepad++ "
    "idea pycharm charm atom geany xed pluma open xdg-open"
)
WINDOWED = frozenset(_WINDOWED.split())
"""Editors with a window of their own: the terminal stays with the tutor while they are open."""
FALLBACKS = ("nano", "vim", "vi", "micro", "emacs")


def command(chosen: str, environment: Mapping[str, str] = os.environ) -> list[str]:
    """Split the editor's command line: the choice made here, `$VISUAL`, `$EDITOR`, then an installed one.

    Empty when there is none.
    """
    for text in (chosen, environment.get("VISUAL", ""), environment.get("EDITOR", "")):
        if text.strip():
            return _split(text)
    found = next((name for name in FALLBACKS if shutil.which(name)), "")
    return [found] if found else ["notepad"] if sys.platform == "win32" else []


def has_window(parts: list[str]) -> bool:
    """Whether the editor opens a window of its own instead of taking the terminal."""
    return Path(parts[0]).stem.lower() in WINDOWED


def open_in_terminal(parts: list[str], path: Path) -> str:
    """Run the editor until it ends; returns a sentence when it could not be run."""
    try:
        ended = subprocess.run([*parts, str(path)], check=False)
    except OSError as error:
        return _refused(parts, error)
    if ended.returncode == 127:
        return (
            f"The editor `{' '.join(parts)}` was not found; set $EDITOR or --edit-cmd, or edit here with E."
        )
    return ""


def open_in_window(parts: list[str], path: Path) -> str:
    """Start an editor that has its own window; returns a sentence when it could not be started."""
    quiet = subprocess.DEVNULL
    try:
        subprocess.Popen([*parts, str(path)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError as error:
        return _refused(parts, error)
    return ""


def _split(text: str) -> list[str]:
    try:
        return shlex.split(text, posix=sys.platform != "win32")
    except ValueError:
        return text.split()


def _refused(parts: list[str], error: OSError) -> str:
    reason = error.strerror or str(error)
    return (
        f"The editor `{' '.join(parts)}` could not be started ({reason}); set $EDITOR or --edit-cmd, "
        "or edit here with E."
    )
