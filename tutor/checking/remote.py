"""The checker's end of a runner: puts requests, waits within limits, and believes nothing.

A runner is a subject like any other; whatever happens to it becomes an Outcome in the learner's words.
"""

from __future__ import annotations

import os
import secrets
import select
import signal
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from tutor.checking import wire
from tutor.checking.deadline import Deadline
from tutor.checking.exits import BROKEN, UNFIT
from tutor.checking.launchers import Launcher
from tutor.checking.material import Material
from tutor.checking.oracles import Oracles, consulted, with_oracles
from tutor.checking.subject import Outcome, Raised, outcome
from tutor.checking.weight import size
from tutor.errors import CheckerError
from tutor.records import record

KEPT_OUTPUT = 64 * 1024
MOST_OUTPUT = 8 * 1024 * 1024
MOST_DISK = 128 * 1024 * 1024
MOST_METERED = 8 * 1024 * 1024
"""Bytes of progress after which a runner's meter is read no more: an honest one never says as much."""
LOAD_FACTOR = 2.5
"""How much longer than a call loading may take: a file may import a library that is not warm."""
MOST_QUESTIONS = 20_000
"""To oracles, in one call: a check of a thousand weights asks two thousand."""
WEIGHING = 10
"""How much rarer than it takes long the folder is weighed: one of a thousand folders takes a while."""
LOOK_EVERY = 0.1
"""Seconds between two looks at the disk and at the one who may cancel."""


@record
class Watch:
    """Who is told while a runner works."""

    idle: Callable[[], None] = lambda: None
    """Called every LOOK_EVERY seconds; may raise to cancel."""
    meter: Callable[[bytes], None] = lambda data: None
    """Given what the runner's meter wrote."""
    output: Callable[[str], None] = lambda text: None


class Gone(Exception):
    """The runner cannot go on; carries how it ended."""

    def __init__(self, raised: Raised) -> None:
        super().__init__(raised.phase)
        self.raised = raised


class Remote:
    """One runner with one loaded exercise."""

    def __init__(
        self,
        launcher: Launcher,
        material: Material,
        source: str,
        request: dict[str, Any],
        limit: float,
        watch: Watch,
        oracles: Oracles | None = None,
    ) -> None:
        self.launcher = launcher
        self.material = material
        self.source = source
        self.request = request
        self.limit = limit
        self.watch = watch
        self.oracles = oracles or {}
        """Functions that answer in the middle of a call, by name."""
        self.others: list[Remote] = []
        for _ in range(2):
            self._launch()
            self._know_gaps()
            self.loaded = self.ask(request, [], LOAD_FACTOR * limit)
            if self.loaded.raised is None or self.loaded.raised.phase != "lost":
                return
        raise CheckerError(
            "The process for your file could not be set up: our fault, not yours; check again."
        )

    def _launch(self) -> None:
        self.ended: Raised | None = None
        self.received = b""
        self.printed = bytearray()
        self.printed_total = 0
        self.metered = 0
        self.weigh_after = 0.0
        self.started = self.launcher.launch()
        for fd in self.started.fds:
            os.set_blocking(fd, False)
        self.looked = time.monotonic()

    def _know_gaps(self) -> None:
        """Ask the first runner of all what its walls leave open: before a file runs that may lie or hang."""
        if self.launcher.gaps is None:
            with suppress(Gone):  # which the next request finds out as well
                answer, _ = self._exchange({"op": "gaps"}, [], Deadline(self.started.pid, self.limit))
                self.launcher.gaps = tuple(answer["gaps"])

    def variant(self, replace: Mapping[tuple[str, str], Callable[..., Any]]) -> Remote:
        """The same exercise in a runner of its own, with functions of earlier questions replaced."""
        request, oracles = with_oracles(self.request, replace)
        other = Remote(self.launcher, self.material, self.source, request, self.limit, self.watch, oracles)
        self.others.append(other)
        return other

    def ask(self, request: dict[str, Any], buffers: wire.Buffers, limit: float) -> Outcome:
        """Put one request and wait for its answer; never raises for what the exercise does."""
        if self.ended:
            return Outcome(raised=self.ended)
        self.printed.clear()
        try:
            header, out = self._exchange(request, buffers, Deadline(self.started.pid, limit))
            return outcome(header, out, self._text())
        except Gone as gone:
            return self._over(gone.raised, limit)
        except wire.WireError:
            return self._over(Raised("tampered"), limit)

    def close(self) -> None:
        """End the runner and those started from it."""
        for other in self.others:
            other.close()
        if self.ended is None:
            self.ended = Raised("died", "closed")
            self.launcher.dismiss(self.started)
            self._let_go()

    def _over(self, raised: Raised, limit: float) -> Outcome:
        status = self._end(raised)
        if raised.phase == "died":
            raised = _cause_of_death(status, limit)
        elif raised.phase == "time":
            raised = Raised("time", seconds=limit)
        self.ended = raised
        return Outcome(raised=raised, stdout=self._text())

    def _end(self, raised: Raised) -> int | None:
        self.ended = raised
        status = self.launcher.end(self.started, wait=raised.phase == "died")
        with suppress(OSError):
            self._drain(self.started.output)
        self._let_go()
        return status

    def _let_go(self) -> None:
        for fd in self.started.fds:
            with suppress(OSError):
                os.close(fd)

    def _exchange(
        self, request: dict[str, Any], buffers: wire.Buffers, deadline: Deadline
    ) -> tuple[dict[str, Any], wire.Buffers]:
        if self.received or self._readable(self.started.replies):
            raise Gone(self._ended_or_tampered())
        nonce = secrets.token_hex(8)
        frame = memoryview(wire.pack({**request, "nonce": nonce}, buffers))
        for _ in range(MOST_QUESTIONS):
            header, out = self._next_answer(frame, deadline)
            if header.pop("nonce", None) != nonce or self.received:
                raise Gone(Raised("tampered"))
            if "oracle" not in header:
                break
            frame = self._consulted(header, out, nonce, deadline)
        else:
            raise Gone(Raised("tampered"))
        with suppress(OSError):
            self._drain(self.started.output)
        self._meter()
        return header, out

    def _next_answer(self, frame: memoryview, deadline: Deadline) -> tuple[dict[str, Any], wire.Buffers]:
        size = None
        while size is None or len(self.received) < size:
            frame = self._turn(frame, deadline)
            size = wire.frame_size(self.received)
        answer, self.received = self.received[:size], self.received[size:]
        return wire.unpack(answer)

    def _consulted(
        self, header: dict[str, Any], buffers: wire.Buffers, nonce: str, deadline: Deadline
    ) -> memoryview:
        """The frame that answers a question to an oracle; the time that takes is not the exercise's."""
        began = time.monotonic()
        answer, out = consulted(self.oracles, header, buffers)
        deadline.excuse(time.monotonic() - began)
        return memoryview(wire.pack({**answer, "nonce": nonce}, out))

    def _turn(self, frame: memoryview, deadline: Deadline) -> memoryview:
        """Wait for one thing to happen and deal with it; returns what is left to send."""
        started = self.started
        poll = select.poll()
        poll.register(started.replies, select.POLLIN)
        poll.register(started.output, select.POLLIN)
        if started.meter is not None:
            poll.register(started.meter, select.POLLIN)
        if frame:
            poll.register(started.calls, select.POLLOUT)
        left = deadline.left()
        if left <= 0:
            raise Gone(Raised("time"))
        ready = dict(poll.poll(min(left, LOOK_EVERY) * 1000))
        if time.monotonic() - self.looked >= LOOK_EVERY:
            self._look_around()
        if started.output in ready and not self._drain(started.output) and started.replies not in ready:
            time.sleep(0.001)  # its output is closed, its answer still to come
        if started.meter is not None and started.meter in ready:
            self._meter()
        if started.replies in ready:
            self._receive()
        if frame and started.calls in ready:
            frame = self._send(frame)
        return frame

    def _send(self, frame: memoryview) -> memoryview:
        try:
            return frame[os.write(self.started.calls, frame) :]
        except BlockingIOError:
            return frame
        except BrokenPipeError:
            raise Gone(Raised("died")) from None

    def _receive(self) -> None:
        try:
            data = os.read(self.started.replies, 1 << 20)
        except BlockingIOError:
            return
        if not data:
            raise Gone(Raised("died"))
        self.received += data

    def _drain(self, fd: int) -> bool:
        """Take in what was printed; keep the first part, count the rest."""
        while True:
            try:
                data = os.read(fd, 1 << 16)
            except BlockingIOError:
                return True
            if not data:
                return False
            self.printed_total += len(data)
            room = KEPT_OUTPUT + 1 - len(self.printed)
            self.printed += data[: max(0, room)]
            if self.printed_total > MOST_OUTPUT and self.ended is None:
                raise Gone(Raised("output", message=f"{MOST_OUTPUT // 2**20} MB"))

    def _meter(self) -> None:
        if self.started.meter is None:
            return
        with suppress(BlockingIOError):
            data = os.read(self.started.meter, 1 << 16)
            self.metered += len(data)
            if self.metered < MOST_METERED:
                self.watch.meter(data)

    def _look_around(self) -> None:
        self.watch.idle()
        self.looked = time.monotonic()
        if self.started.folder and self.looked >= self.weigh_after:
            if size(self.started.folder) > MOST_DISK:
                raise Gone(Raised("disk", message=f"{MOST_DISK // 2**20} MB"))
            now = time.monotonic()
            self.weigh_after = now + WEIGHING * (now - self.looked)
            self.looked = now

    def _readable(self, fd: int) -> bool:
        poll = select.poll()
        poll.register(fd, select.POLLIN)
        return bool(poll.poll(0))

    def _ended_or_tampered(self) -> Raised:
        with suppress(Gone):
            self._receive()
        return Raised("tampered") if self.received else Raised("died")

    def _text(self) -> str:
        return bytes(self.printed).decode("utf-8", "replace")


def _cause_of_death(status: int | None, limit: float) -> Raised:
    if status is None:
        return Raised("tampered")  # it closed its channel and lived on
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number == getattr(signal, "SIGXCPU", 0):
            return Raised("time", seconds=limit)
        name = signal.Signals(number).name if number in set(signal.Signals) else f"signal {number}"
        return Raised("died", "signal", name)
    if os.waitstatus_to_exitcode(status) == UNFIT:
        return Raised("lost")
    if os.waitstatus_to_exitcode(status) == BROKEN:
        return Raised("died", "broken")
    return Raised("died", "exit", f"exit status {os.waitstatus_to_exitcode(status)}")
