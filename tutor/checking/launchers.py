"""How a runner comes to be: forked from the zygote, or a spare process where fork does not exist."""

from __future__ import annotations

import os
from typing import Protocol

from tutor.checking import folders
from tutor.checking.zygote_client import Started, ZygoteClient


class Launcher(Protocol):
    """Starts runners: by fork from the zygote, or as spare processes."""

    gaps: tuple[str, ...] | None
    """What the walls around its runners leave open; None until one was asked."""

    def prepare(self) -> None:
        """Make the next launch quicker."""
        ...

    def close(self) -> None:
        """End what was started in advance."""
        ...

    def launch(self) -> Started:
        """A fresh runner and the descriptors to speak to it."""
        ...

    def dismiss(self, started: Started) -> None:
        """Kill it and all it started, without waiting for its end."""
        ...

    def end(self, started: Started, wait: bool = False) -> int | None:
        """Kill it and all it started; its wait status, None if it was still running.

        `wait` gives one that seems to have ended a moment to do so.
        """
        ...


class Forks:
    """Runners forked from a zygote; a dead or stopped zygote is replaced."""

    def __init__(self, zygote: ZygoteClient, memory: int, cpu: int) -> None:
        self.zygote = zygote
        self.memory = memory
        self.cpu = cpu
        self.ready: tuple[int, Started] | None = None
        """A runner forked in advance, and the generation of its zygote."""
        self.gaps: tuple[str, ...] | None = None

    def prepare(self) -> None:
        """Fork the next runner now, while the learner reads."""
        if self.ready is None:
            started = self.zygote.fork(self.memory, self.cpu)
            self.ready = self.zygote.generation, started

    def launch(self) -> Started:
        """The runner that is ready, else a fresh one."""
        ready, self.ready = self.ready, None
        if ready is not None:
            self.zygote.ping()
            if ready[0] == self.zygote.generation:
                return ready[1]
            for fd in ready[1].fds:
                os.close(fd)
        return self.zygote.fork(self.memory, self.cpu)

    def dismiss(self, started: Started) -> None:
        """Have the zygote kill it while the checker goes on."""
        self.zygote.dismiss(started.pid)

    def end(self, started: Started, wait: bool = False) -> int | None:
        """Have the zygote kill and reap it."""
        return self.zygote.end(started.pid, wait)

    def close(self) -> None:
        """Hang up on the zygote, which ends its runners; remove what a killed one left behind."""
        if not self.zygote.close():
            folders.remove_stale()
