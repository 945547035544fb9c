"""The trusted process: reads requests from the screen, runs checks, compares, and alone decides.

One JSON line a request on stdin, one a message on stdout. While a check runs a `cancel`, or the end of
stdin, stops it at the next look around.
"""

from __future__ import annotations

import gc
import json
import os
import select
import socket
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from tutor.checking import lines
from tutor.checking.launchers import Forks, Launcher
from tutor.checking.zygote_client import ZygoteClient
from tutor.errors import CheckerError, ContentError

MEMORY = 768 * 1024 * 1024
"""Bytes an exercise may use beyond what the libraries take."""
CPU_SECONDS = 600
BEAT = 1.0


class Cancelled(Exception):
    """The one who asked does not want the answer any more."""


class Line:
    """The connection to the screen's process."""

    def __init__(self) -> None:
        self.buffer = b""
        self.waiting: list[dict[str, Any]] = []
        self.closed = False
        self.current: int | None = None
        self.beaten = time.monotonic()
        self.out = os.dup(1)
        # A lab's own code may print: not into this channel.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)

    def next(self) -> dict[str, Any] | None:
        """The next request; None when the screen has hung up."""
        while not self.waiting and not self.closed:
            self._read()
        return self.waiting.pop(0) if self.waiting else None

    def emit(self, message: Any) -> None:
        """Send one message about the current request."""
        data = lines.to_line(message, id=self.current)
        while data:
            data = data[os.write(self.out, data) :]
        self.beaten = time.monotonic()

    def look(self) -> None:
        """Raise Cancelled if the current request was cancelled; show a sign of life now and then."""
        while not self.closed and select.select([0], [], [], 0)[0]:
            self._read()
        cancelled = [r for r in self.waiting if r.get("op") == "cancel" and r.get("id") == self.current]
        if self.closed or cancelled:
            self.waiting = [r for r in self.waiting if r not in cancelled]
            raise Cancelled
        if time.monotonic() - self.beaten > BEAT:
            self.emit({"beat": True})

    def _read(self) -> None:
        data = os.read(0, 1 << 16)
        self.closed = not data
        *whole, self.buffer = (self.buffer + data).split(b"\n")
        self.waiting += [json.loads(line)["message"] for line in whole]


def serve(engine: str, channel: socket.socket | None) -> None:
    """Answer requests until the screen hangs up."""
    with closing(_launcher(engine, channel)) as launcher:
        _answer_all(launcher)


def _launcher(engine: str, channel: socket.socket | None) -> Launcher:
    if channel is not None:
        return Forks(ZygoteClient(engine, channel), MEMORY, CPU_SECONDS)
    from tutor.checking.spares import Spares

    return Spares(engine, MEMORY, CPU_SECONDS)


def _answer_all(launcher: Launcher) -> None:
    from tutor.checking.run import Run  # the first check should not wait for it

    gc.freeze()
    gc.enable()
    line = Line()
    while (request := line.next()) is not None:
        if request["op"] == "cancel":
            continue
        line.current = request["id"]
        try:
            if request["op"] == "fresh":
                from tutor.checking import families  # no check needs it

                line.emit(families.fresh(request))
            else:
                Run(request, launcher, line).check()
        except Cancelled:
            pass
        except (CheckerError, ContentError) as error:
            line.emit({"error": str(error)})
        except Exception as error:
            line.emit({"error": f"{_place(error)}: {type(error).__name__}: {error}; our bug: check again."})
        line.emit({"done": True})
        if request.get("again"):
            launcher.prepare()


def _place(error: BaseException) -> str:
    trace, place = error.__traceback__, "tutor"
    while trace:
        place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    if os.environ.get("TUTOR_DEBUG"):
        sys.excepthook(type(error), error, error.__traceback__)
    return place
