"""How a station is started: with which environment, or forked from a command that has just begun.

The fork saves the start of another Python, and its libraries load while the command reads the lab. It must
come before anything is imported that runs threads, so next to nothing is imported here. What the station
serves is said later, in its first line.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple, NoReturn

import tutor


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


def environment() -> dict[str, str]:
    """What a station's environment has besides its parent's: the tutor's folder, and no unnamed one."""
    rest = os.environ.get("PYTHONPATH", "")
    return {"PYTHONPATH": f"{root()}{os.pathsep}{rest}" if rest else root(), "PYTHONSAFEPATH": "1"}


def begin() -> Headstart | None:
    """Fork a station; None where a warm process may not be forked."""
    if not can_fork():
        return None
    requests, messages = os.pipe(), os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            _become_station(requests, messages)
        finally:
            os._exit(1)
    os.close(requests[0])
    os.close(messages[1])
    return Headstart(pid, requests[1], messages[0])


def _become_station(requests: tuple[int, int], messages: tuple[int, int]) -> NoReturn:
    """As if started by `python -m tutor.checking.station`: own session, own streams, a safe path."""
    from tutor.checking import engines, station

    os.setsid()
    os.dup2(requests[0], 0)
    os.dup2(messages[1], 1)
    os.closerange(3, 1 + max(*requests, *messages))
    if not os.environ.get("TUTOR_DEBUG"):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    os.environ.update(environment())
    if not sys.flags.safe_path:
        sys.path[0] = root()  # else the learner's own numpy.py would be imported
    engines.warm("numpy")
    if engine := _first_line():
        station.serve(engine)
    os._exit(0)


def _first_line() -> str:
    """The engine to serve; nothing when the command has ended without a check."""
    line = b""
    while not line.endswith(b"\n"):
        byte = os.read(0, 1)  # not a byte more: what follows is the checker's
        if not byte:
            return ""
        line += byte
    return line.decode().strip()
