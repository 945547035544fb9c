"""What other processes do, read from /proc: Linux only."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


def children(parent: int) -> set[int]:
    """The processes whose parent is `parent`, zombies left out.

    Read from every process's own entry: `/proc/PID/task/…/children` misses some while others end.
    """
    return {pid for pid, (state, of, _) in _all() if of == parent and state != "Z"}


def descendants(ancestor: int) -> set[int]:
    """The children of `ancestor`, theirs, and so on."""
    found: set[int] = set()
    waiting = [ancestor]
    while waiting:
        waiting += (fresh := children(waiting.pop()) - found)
        found |= fresh
    return found


def busy(ancestor: int, seconds: float = 0.2) -> set[int]:
    """The descendants that have used the processor for as long: what they run has surely begun."""
    below = descendants(ancestor)
    return {pid for pid, (_, _, used) in _all() if pid in below and used >= seconds}


def command(pid: int) -> str:
    """The words a process was started with; empty once it is gone."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    return ""


def _all() -> Iterator[tuple[int, tuple[str, int, float]]]:
    """Each process with its state, its parent and the seconds of processor time it has used."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            yield int(folder.name), (fields[0], int(fields[1]), (int(fields[11]) + int(fields[12])) / TICKS)
