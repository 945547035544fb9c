"""How a station is started: with which environment, and in advance by a command that has just begun.

A station in advance loads its libraries while the command reads the lab; what it serves is said later, in its
first line. It is a fresh process and no fork: a fork would keep the environment of whoever runs the tutor.
"""

from __future__ import annotations

import os
import site
import sys
from pathlib import Path
from typing import NamedTuple

import tutor

STATION = "tutor.checking.station"
LATER = "later"
"""Stands for the engine of a station that is told it in its first line."""


class Headstart(NamedTuple):
    """A station that loads, and our ends of its pipes."""

    pid: int
    requests: int
    messages: int


def can_fork() -> bool:
    """Whether a warm process may be forked here: not on Windows, not safely on macOS."""
    return sys.platform == "linux" and hasattr(os, "fork") and not os.environ.get("TUTOR_NO_FORK")


def root() -> str:
    """The folder to import the tutor from, wherever a station is started."""
    return str(Path(tutor.__file__).resolve().parent.parent)


KEPT = frozenset({
    *("PATH", "LANG", "LANGUAGE", "TZ", "TZDIR", "TERM", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT"),
    # What Python finds its own files by.
    *("PYTHONHOME", "PYTHONUTF8", "PYTHONNOUSERSITE", "PYTHONUSERBASE"),
    *("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"),
    # What libraries are found by, and what some machines need for loading them at all.
    *("LD_LIBRARY_PATH", "LD_PRELOAD", "GLIBC_TUNABLES", "NIX_LD", "NIX_LD_LIBRARY_PATH"),
    *("DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "KMP_DUPLICATE_LIB_OK", "CUDA_VISIBLE_DEVICES"),
    *("OPENBLAS_CORETYPE", "NPY_DISABLE_CPU_FEATURES", "ATEN_CPU_CAPABILITY"),
})  # fmt: skip
"""What a station takes over of the environment of whoever runs the tutor. The rest may hold secrets, and an
exercise can read the environment its process was started with."""
KEPT_PREFIXES = ("LC_", "TUTOR_")


def environment() -> dict[str, str]:
    """A station's whole environment: the harmless part of its parent's, and where the tutor lies."""
    kept = {name: value for name, value in os.environ.items() if _is_kept(name)}
    if site.ENABLE_USER_SITE:  # without HOME another folder might be found
        kept["PYTHONUSERBASE"] = site.getuserbase()
    rest = os.environ.get("PYTHONPATH", "")
    path = f"{root()}{os.pathsep}{rest}" if rest else root()
    return {**kept, "PYTHONPATH": path, "PYTHONSAFEPATH": "1"}


def _is_kept(name: str) -> bool:
    return name in KEPT or name.startswith(KEPT_PREFIXES)


def begin() -> Headstart | None:
    """Start a station that will be told what to serve; None where processes are started otherwise."""
    if not can_fork():
        return None
    requests, messages = os.pipe(), os.pipe()
    quiet = [] if os.environ.get("TUTOR_DEBUG") else [(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    pid = os.posix_spawn(
        sys.executable,
        [sys.executable, "-m", STATION, LATER],
        environment(),
        file_actions=[
            (os.POSIX_SPAWN_DUP2, requests[0], 0),
            (os.POSIX_SPAWN_DUP2, messages[1], 1),
            *quiet,
        ],
        setsid=True,
    )
    os.close(requests[0])
    os.close(messages[1])
    return Headstart(pid, requests[1], messages[0])
