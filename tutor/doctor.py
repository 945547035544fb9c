"""`tutor doctor`: what works on this machine, found out by trying it. Prints nothing."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from tutor.checking.folders import PlaceError
from tutor.checking.walls import walls
from tutor.doctor_workspace import Finding, workspace
from tutor.errors import CheckerError

PACKAGES = ("textual", "plotext", "numpy", "scipy", "scikit-learn", "torch", "tree-sitter", "fsrs")
SMALLEST = (80, 24)
"""Columns and rows for which the screen is made."""


def examine(folder: Path) -> list[Finding]:
    """Look at everything; `folder` is the workspace or where one would be."""
    return [_python(), *_packages(), *_terminal(), *workspace(folder), _watcher(), *_layers()]


def _python() -> Finding:
    version = platform.python_version()
    text = f"{version} on {platform.system()} {platform.release()} ({platform.machine()})"
    return Finding("Python", text, fine=True)


def _packages() -> Iterator[Finding]:
    for name in PACKAGES:
        try:
            yield Finding(name, metadata.version(name), True)
        except metadata.PackageNotFoundError:
            remedy = "install it with: pip install lab-tutor"
            yield Finding(name, "not installed", False, needed=True, remedy=remedy)


def _terminal() -> Iterator[Finding]:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        yield Finding("terminal", "none here", False, remedy="`tutor check` and `tutor --plain` need none")
    columns, rows = shutil.get_terminal_size()
    large = columns >= SMALLEST[0] and rows >= SMALLEST[1]
    remedy = "" if large else f"the screen is made for {SMALLEST[0]}x{SMALLEST[1]} and more"
    yield Finding("terminal size", f"{columns}x{rows}", large, remedy=remedy)
    yield _colours()
    encoding = sys.stdout.encoding or "unknown"
    utf8 = encoding.lower().replace("-", "") == "utf8"
    remedy = "" if utf8 else "set PYTHONUTF8=1; until then symbols are plain letters"
    yield Finding("characters", encoding, utf8, remedy=remedy)


def _colours() -> Finding:
    if os.environ.get("NO_COLOR"):
        return Finding("colours", "none, as NO_COLOR asks", True)
    term = os.environ.get("TERM", "")
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return Finding("colours", "16 million", True)
    if "256" in term:
        return Finding("colours", "256", True)
    return Finding("colours", f"8 or 16 (TERM is “{term}”)", True)


def _watcher() -> Finding:
    """Saved files are noticed by their time stamp and size: see whether the stamps are fine enough."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "stamp"
            path.write_text("x")
            fine = path.stat().st_mtime_ns % 1_000_000_000 != 0
    except OSError as error:
        return Finding("temporary files", str(error), False, needed=True, remedy=PlaceError.remedy)
    found = "by asking for the file's state" + ("" if fine else "; time stamps are whole seconds")
    remedy = "" if fine else "a second save within a second is seen only if the length changes; press r"
    return Finding("noticing saves", found, fine, remedy=remedy)


def _layers() -> Iterator[Finding]:
    """What keeps an exercise in its place: the tutor works without it, but is no longer safe."""
    try:
        found = walls()
    except CheckerError as error:
        yield Finding("isolation", str(error), False, needed=True)
        return
    for wall in found:
        text = f"{wall.state}{': ' if wall.detail else ''}{wall.detail}"
        remedy = f"without it an exercise may {wall.gap}" if wall.gap else ""
        fine = wall.state == "on" and not wall.gap
        yield Finding(f"isolation: {wall.name}", text, fine, bool(wall.gap), remedy)
