"""A station forked by this process before its event loop ran, handled like one the loop has started."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from tutor.checking.lines import LONGEST_LINE

if TYPE_CHECKING:
    from tutor.checking.starting import Headstart

REAPING = 0.002
"""Seconds between two looks at a process that is about to end."""


class Adopted:
    """What `tutor.checking.client` needs of `asyncio.subprocess.Process`."""

    def __init__(self, pid: int, stdin: asyncio.WriteTransport, stdout: asyncio.StreamReader) -> None:
        self.pid = pid
        self.stdin = stdin
        self.stdout = stdout
        self._status: int | None = None

    @classmethod
    async def from_headstart(cls, headstart: Headstart) -> Adopted:
        """Connect the pipes to the loop."""
        loop = asyncio.get_running_loop()
        reader = asyncio.StreamReader(limit=LONGEST_LINE)
        answers = os.fdopen(headstart.messages, "rb", 0)
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), answers)
        requests = os.fdopen(headstart.requests, "wb", 0)
        stdin, _ = await loop.connect_write_pipe(asyncio.Protocol, requests)
        return cls(headstart.pid, stdin, reader)

    @property
    def returncode(self) -> int | None:
        """Its exit status once it has ended."""
        if self._status is None:
            try:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
            except ChildProcessError:
                pid, status = self.pid, 0
            if pid:
                self._status = os.waitstatus_to_exitcode(status)
        return self._status

    async def wait(self) -> int:
        """Wait for its end."""
        while (status := self.returncode) is None:
            await asyncio.sleep(REAPING)
        return status
