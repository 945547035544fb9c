"""Runners as spawned processes, one always warming in advance: where fork does not exist."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from typing import Any

from tutor.checking import engines, folders
from tutor.checking.zygote_client import GRACE, Started


class Spares:
    """The launcher of one checker: `launch` hands out the spare."""

    def __init__(self, engine: str, memory: int, cpu: int) -> None:
        self.engine = engine
        self.limits = [str(memory), str(cpu)]
        self.processes: dict[int, subprocess.Popen[bytes]] = {}
        self.spare = self._spawn()
        self.gaps: tuple[str, ...] | None = None

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

    def dismiss(self, started: Started) -> None:
        """Kill it with its group and remove its folder."""
        self.end(started)

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
