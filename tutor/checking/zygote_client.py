"""The checker's end of the zygote's channel: asks for runners, replaces a dead or stopped one."""

from __future__ import annotations

import json
import os
import socket
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tutor.checking.exits import TIDIED
from tutor.errors import CheckerError

if TYPE_CHECKING:
    import subprocess
from tutor.records import record

PATIENCE = 2.0
"""Seconds for a zygote to answer; it takes milliseconds unless it is stopped or the machine is overloaded."""
START = 60.0
GRACE = 0.2
"""Seconds for a runner that hung up to be seen as ended."""


@record
class Started:
    """A running runner and the checker's ends of its pipes."""

    pid: int
    folder: str
    calls: int
    replies: int
    output: int
    meter: int | None

    @property
    def fds(self) -> list[int]:
        """All descriptors that are open."""
        return [fd for fd in (self.calls, self.replies, self.output, self.meter) if fd is not None]


class ZygoteClient:
    """Speaks to one zygote, the next one if it dies."""

    def __init__(self, engine: str, channel: socket.socket) -> None:
        self.engine = engine
        self.channel = channel
        self.process: subprocess.Popen[bytes] | None = None
        self.generation = 0
        """Which zygote this is: the runners of an earlier one are gone."""

    def ping(self) -> None:
        """Make sure that there is a zygote that answers."""
        self._ask({"op": "ping"}, [])

    def fork(self, memory: int, cpu: int) -> Started:
        """A fresh runner; CheckerError when even a new zygote cannot make one."""
        calls, replies, output, meter = os.pipe(), os.pipe(), os.pipe(), os.pipe()
        theirs = [calls[0], replies[1], output[1], meter[1]]
        ours = [calls[1], replies[0], output[0], meter[0]]
        try:
            answer = self._ask({"op": "fork", "memory": memory, "cpu": cpu}, theirs)
        finally:
            for fd in theirs:
                os.close(fd)
        if "pid" not in answer:
            for fd in ours:
                os.close(fd)
            why, remedy = answer.get("refused", "no answer"), answer.get("remedy", "our fault; check again")
            raise CheckerError(f"No process could be started for your file ({why}): {remedy}.")
        return Started(answer["pid"], answer["folder"], *ours)

    def end(self, pid: int, wait: bool = False) -> int | None:
        """Kill and reap a runner; its wait status, None if it had not ended by itself."""
        answer = self._ask({"op": "end", "pid": pid, "grace": GRACE if wait else 0.0}, [])
        status = answer.get("status")
        return None if status is None else int(status)

    def dismiss(self, pid: int) -> None:
        """Have a runner killed and reaped before the next request; a dead zygote's died with it."""
        with suppress(OSError):
            self.channel.settimeout(PATIENCE)
            self.channel.send(json.dumps({"op": "dismiss", "pid": pid}).encode())

    def close(self) -> bool:
        """Hang up; whether every runner's folder was removed by its zygote, none of which was killed."""
        with suppress(OSError):
            self.channel.settimeout(PATIENCE)
            self.channel.shutdown(socket.SHUT_WR)
            while last := self.channel.recv(65536):
                if last == TIDIED:
                    return self.generation == 0
        return False

    def _ask(self, request: dict[str, Any], fds: list[int]) -> dict[str, Any]:
        for attempt in range(2):
            try:
                self.channel.settimeout(START if attempt else PATIENCE)
                socket.send_fds(self.channel, [json.dumps(request).encode()], fds)
                data = self.channel.recv(65536)
            except OSError:
                data = b""
            if data:
                answer: dict[str, Any] = json.loads(data)
                return answer
            self._replace()
        return {}

    def _replace(self) -> None:
        """Start another zygote; the old one, if it still is there, is hung up on and ends."""
        import subprocess  # hardly ever needed

        self.channel.close()
        self.generation += 1
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-m", "tutor.checking.station", self.engine, str(theirs.fileno())]
        with suppress(OSError):
            self.process = subprocess.Popen(
                command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
            )
        theirs.close()
        self.channel = ours
