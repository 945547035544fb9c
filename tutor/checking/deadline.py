"""A time limit by the wall clock that a busy machine does not shorten."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

MOST = 2.5
"""Times the limit, after which no excuse counts."""

SHORT = 0.02
"""Seconds before the queue is looked at: most calls are over by then, and a look takes a tenth of one."""


class Deadline:
    """When a process has had `limit` seconds, those aside in which it stood in the queue for a processor."""

    def __init__(self, pid: int, limit: float) -> None:
        self.pid = pid
        self.limit = limit
        self.started = time.monotonic()
        self.queued: float | None = None
        self.end = self.started + limit

    def excuse(self, seconds: float) -> None:
        """Leave out time that was not the process's own."""
        self.end += seconds

    def left(self) -> float:
        """Seconds to go; at the end once more, as many as were lost in the queue."""
        now = time.monotonic()
        if self.queued is None and now - self.started > SHORT:
            self.queued = _queued(self.pid)
        if now >= self.end:
            lost = _queued(self.pid) - (self.queued or 0.0)
            self.end = max(self.end, self.started + min(self.limit + lost, MOST * self.limit))
        return self.end - now


def _queued(pid: int) -> float:
    """Seconds the process has waited for a processor (Linux; 0 elsewhere)."""
    with suppress(OSError, ValueError, IndexError):
        return int(Path(f"/proc/{pid}/schedstat").read_bytes().split()[1]) / 1e9
    return 0.0
