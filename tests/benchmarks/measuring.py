"""Rows of the table, and how a time is taken."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tutor.content import load_lab
from tutor.model import Lab
from tutor.places import labs_folder

ROOT = Path(__file__).resolve().parents[2]
PEERS = ROOT / ".benchmarks"
"""Where the peers' own environments are made (`python -m tests.benchmarks --peers`)."""


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    measured: str
    against: str
    bar: str
    met: bool | None
    """None when there is no bar, or nothing to compare with."""


def median(action: Callable[[], float], times: int) -> float:
    """The median of what `action` returns, after one run that does not count."""
    action()
    return statistics.median(action() for _ in range(times))


def timed(action: Callable[[], object]) -> float:
    """Seconds that `action` takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def command(arguments: Sequence[str], folder: Path | None = None) -> float:
    """Seconds from starting a command to its end."""
    return timed(lambda: subprocess.run(arguments, cwd=folder, capture_output=True, check=False))


def python(code: str) -> list[str]:
    """The command that runs `code` in this Python."""
    return [sys.executable, "-c", code]


def peer(name: str, program: str) -> str | None:
    """The path of a peer's program in its own environment; None when it is not installed."""
    path = PEERS / name / "bin" / program
    return str(path) if path.exists() else None


def first_lab() -> Lab:
    """The lab that is measured."""
    return load_lab(sorted(labs_folder().iterdir())[0])


def ms(seconds: float) -> str:
    """Milliseconds, as the table shows them."""
    return f"{1000 * seconds:.0f} ms"
