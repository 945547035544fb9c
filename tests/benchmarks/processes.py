"""What the processes of a running program use, as Linux tells it under /proc."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

NUMERICS = ("numpy", "scipy", "sklearn", "torch", "pandas")


def family(pid: int) -> list[int]:
    """A process and all that it started, directly or not."""
    found = [pid]
    for each in found:
        with suppress(OSError):
            for task in Path(f"/proc/{each}/task").iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
    return found


def proportional(pids: Iterable[int]) -> float:
    """Megabytes of memory, what is shared divided among those who share it."""
    total = 0
    for pid in pids:
        with suppress(OSError):
            text = Path(f"/proc/{pid}/smaps_rollup").read_text()
            total += int(re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)[1])  # type: ignore[index]
    return total / 1024


def numerics(pid: int) -> list[str]:
    """The numerical libraries that a process has mapped."""
    maps = Path(f"/proc/{pid}/maps").read_text()
    return [name for name in NUMERICS if f"/{name}/" in maps]


def processor(pid: int) -> float:
    """Seconds of processor time that the threads of a process have used."""
    spent = [int(path.read_text().split()[0]) for path in Path(f"/proc/{pid}/task").glob("*/schedstat")]
    return sum(spent) / 1e9


class Share:
    """The share of one processor that a process uses from here to `so_far`."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.began = time.perf_counter(), processor(pid)

    def so_far(self) -> float:
        """Between 0 and 1 for a single thread."""
        return (processor(self.pid) - self.began[1]) / (time.perf_counter() - self.began[0])
