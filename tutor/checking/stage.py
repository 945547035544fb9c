"""Where exercise code runs: so that it finds no frame of ours below its own.

In a runner the main thread does nothing but what it is handed, while the host waits in a thread of its own.
Walking back from its own frame, an exercise meets the few lines of `_BOTTOM` and the program's start.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from queue import SimpleQueue
from typing import Any, Protocol, TypeVar

T = TypeVar("T")

_BOTTOM = """\
def perform(work):
    try:
        return True, work()
    except BaseException as error:
        return False, error
"""


class Stage(Protocol):
    """Runs exercise code and gives back what came of it."""

    def perform(self, work: Callable[[], T]) -> T:
        """What `work` returns; raises what it raises."""
        ...


class Here:
    """On the caller's own stack: for code of the lab itself."""

    def perform(self, work: Callable[[], T]) -> T:
        """Call it."""
        return work()


class MainThread:
    """On the main thread, which calls `serve`; the others call `perform`, one at a time."""

    def __init__(self) -> None:
        names: dict[str, Any] = {}
        exec(compile(_BOTTOM, "<stage>", "exec"), names)
        self._work: SimpleQueue[Callable[[], Any]] = SimpleQueue()
        self._done: SimpleQueue[tuple[bool, Any]] = SimpleQueue()
        # In C from end to end: no frame holds the queues.
        steps = map(self._done.put, map(names["perform"], iter(self._work.get, None)))
        self.serve: Callable[[], object] = partial(deque, steps, 0)
        """Perform for ever; when an interrupt ends it, `lost` and again."""
        self.lost: Callable[[], object] = partial(self._done.put, (False, KeyboardInterrupt()))
        """Give up what was being performed."""

    def perform(self, work: Callable[[], T]) -> T:
        """Have the main thread do it."""
        while not self._done.empty():  # nothing was being performed when it was given up
            self._done.get()
        self._work.put(work)
        fine, value = self._done.get()
        if not fine:
            raise value
        return value  # type: ignore[no-any-return]
