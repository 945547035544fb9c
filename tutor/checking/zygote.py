"""Forks a runner whenever the checker asks for one. Imports libraries; never runs or holds anything else.

One request a message on a SOCK_SEQPACKET socket, JSON both ways; `fork` carries the runner's descriptors.
"""

from __future__ import annotations

import gc
import itertools
import json
import os
import select
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

from tutor.checking import folders, runner, sandbox
from tutor.checking.exits import BROKEN, TIDIED, UNFIT

REQUEST = 65536


class BecameRunner(BaseException):
    """Carries a forked runner out of all our calls: none of them shall stand on an exercise's stack."""

    def __init__(self, work: runner.Work) -> None:
        super().__init__()
        self.work = work
        """What its main thread has to do."""


class Zygote:
    """Serves one checker until it hangs up; then ends every runner and removes its folder."""

    def __init__(self, channel: socket.socket, checker: int | None) -> None:
        self.channel = channel
        self.checker = checker
        """The checker's process if it is a child of this one: to be spared by every sweep."""
        self.folders: dict[int, str] = {}
        self.removals: list[Iterator[None]] = []
        """Folders that are being removed while nothing is asked."""
        self.prepared = sandbox.prepare()
        runner.practise()

    def serve(self) -> NoReturn:
        """Answer requests until the channel closes; raises BecameRunner in each runner that it forks."""
        gc.freeze()
        gc.enable()
        while request := self._request():
            fds = request.pop("fds")
            answer: dict[str, Any] | None
            try:
                answer = self.answer(request, fds)
            except folders.PlaceError as error:
                answer = {"refused": error.strerror, "remedy": error.remedy}
            except OSError as error:
                answer = {"refused": f"{error.strerror or error}"}
            for fd in fds:
                os.close(fd)
            if answer is not None:
                with suppress(OSError):  # a checker that has gone is noticed at the next request
                    self.channel.send(json.dumps(answer).encode())
            self._tidy_until_asked()
        for pid in list(self.folders):
            self.end(pid)
        for removal in self.removals:
            for _ in removal:
                pass
        with suppress(OSError):
            self.channel.send(TIDIED)
        if self.checker is not None:
            self._await_end(self.checker, 0.5)
        os._exit(0)

    def _request(self) -> dict[str, Any]:
        """The next request with its descriptors; nothing once the checker has hung up."""
        try:
            data, fds, _, _ = socket.recv_fds(self.channel, REQUEST, 8)
        except OSError:
            return {}
        return {**json.loads(data), "fds": fds} if data else {}

    def _tidy_until_asked(self) -> None:
        while self.removals and not select.select([self.channel], [], [], 0)[0]:
            if next(self.removals[-1], self) is self:
                self.removals.pop()

    def answer(self, request: dict[str, Any], fds: list[int]) -> dict[str, Any] | None:
        """Meet one request: fork, end, dismiss (which nobody waits for) or ping."""
        if request["op"] == "fork":
            return self.fork(request, fds)
        if request["op"] == "end":
            return {"status": self.end(request["pid"], request["grace"])}
        if request["op"] == "dismiss":
            self.end(request["pid"])
            return None
        return {"alive": True}

    def fork(self, request: dict[str, Any], fds: list[int]) -> dict[str, Any]:
        """A fresh runner on the given descriptors, in a temporary folder of its own."""
        folder = folders.make()
        pid = os.fork()
        if pid == 0:
            status = UNFIT
            try:
                channels = become_runner(self.prepared, Path(folder), request, fds)
                status = BROKEN
                raise BecameRunner(runner.begin(*channels))
            except Exception:
                os._exit(status)
        self.folders[pid] = folder
        return {"pid": pid, "folder": folder}

    def end(self, pid: int, grace: float = 0.0) -> int | None:
        """Kill a runner and everything it started; its wait status, None without an end within `grace`."""
        status = self._await_end(pid, grace)
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(pid, signal.SIGKILL)
        if status is None:
            with suppress(ProcessLookupError, ChildProcessError):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
        folder = self.folders.pop(pid, None)
        sandbox.sweep({*self.folders, *([self.checker] if self.checker else [])})
        if folder:
            self.removals.append(folders.removal(folder))
        return status

    def _await_end(self, pid: int, patience: float) -> int | None:
        deadline = time.monotonic() + patience
        while (status := self._reap(pid)) is None and time.monotonic() < deadline:
            time.sleep(0.002)
        return status

    def _reap(self, pid: int) -> int | None:
        try:
            reaped, status = os.waitpid(pid, os.WNOHANG)
        except ChildProcessError:  # the child of an earlier zygote: gone with it
            return UNFIT << 8
        return status if reaped else None


def become_runner(
    prepared: sandbox.Prepared, folder: Path, request: dict[str, Any], fds: list[int]
) -> tuple[int, int, int, list[str]]:
    """In the forked child: take the descriptors, go into the folder, put the layers on."""
    calls, replies, output, meter = (os.dup(fd) for fd in fds)
    quiet = os.open(os.devnull, os.O_RDONLY)
    os.dup2(quiet, 0)
    os.dup2(output, 1)
    os.dup2(output, 2)
    runner.settle(folder)
    layers = sandbox.confine(prepared, folder, request["memory"], request["cpu"])
    _close_all_but(0, 1, 2, calls, replies, meter)
    return calls, replies, meter, [layer.gap for layer in layers if layer.gap]


def _close_all_but(*kept: int) -> None:
    edges = [*sorted(kept), 1 << 20]
    for low, high in itertools.pairwise(edges):
        os.closerange(low + 1, high)
