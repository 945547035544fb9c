"""How a runner comes to be: forked from the zygote, or a spare process where fork does not exist."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from typing import Any, Protocol

from tutor.checking import engines, folders
from tutor.checking.zygote_client import GRACE, Started, ZygoteClient


class Launcher(Protocol):
    """Starts runners: by fork from the zygote, or as spare processes."""

    def prepare(self) -> None:
        """Make the next launch quicker."""
        ...

    def close(self) -> None:
        """End what was started in advance."""
        ...

    def launch(self) -> Started:
        """A fresh runner and the descriptors to speak to it."""
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

    def end(self, started: Started, wait: bool = False) -> int | None:
        """Have the zygote kill and reap it."""
        return self.zygote.end(started.pid, wait)

    def close(self) -> None:
        """Nothing to do: a zygote ends its runners when it is hung up on."""


class Spares:
    """Runners as spawned processes, one always warming in advance: where fork does not exist."""

    def __init__(self, engine: str, memory: int, cpu: int) -> None:
        self.engine = engine
        self.limits = [str(memory), str(cpu)]
        self.processes: dict[int, subprocess.Popen[bytes]] = {}
        self.spare = self._spawn()

    def prepare(self) -> None:
        """Nothing to do: a spare is always there."""

    def launch(self) -> Started:
        """Hand out the spare and start warming the next."""
        (process, folder), self.spare = self.spare, self._spawn()
        assert process.stdin and process.stdout and process.stderr
        self.processes[process.pid] = process
        fds = (process.stdin.fileno(), process.stdout.fileno(), process.stderr.fileno())
        calls, replies, output = map(os.dup, fds)
        for stream in (process.stdin, process.stdout, process.stderr):
            stream.close()
        return Started(process.pid, folder, calls, replies, output, None)

    def end(self, started: Started, wait: bool = False) -> int | None:
        """Kill it with its group and remove its folder."""
        process = self.processes.pop(started.pid)
        with suppress(subprocess.TimeoutExpired):
            process.wait(GRACE if wait else 0)
        code = process.poll()
        _kill_group(process)
        folders.remove(started.folder)
        return None if code is None else (-code if code < 0 else code << 8)

    def close(self) -> None:
        """End the spare."""
        process, folder = self.spare
        _kill_group(process)
        folders.remove(folder)

    def _spawn(self) -> tuple[subprocess.Popen[bytes], str]:
        pipe, folder = subprocess.PIPE, folders.make()
        command = [sys.executable, "-m", "tutor.checking.runner", folder, *self.limits]
        command += engines.modules(self.engine)
        group: dict[str, Any] = {"start_new_session": True}
        if sys.platform == "win32":
            group = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        environment = {**os.environ, **engines.ONE_THREAD}
        started = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=environment, **group)
        return started, folder


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
