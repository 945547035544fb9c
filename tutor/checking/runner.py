"""The learner's side: a confined process that loads one file and answers requests with raw values.

It holds no reference and no check of the question, only what the checker sends: the exercise, the earlier
questions' answers, the public instruments. It never says whether anything is right.
"""

from __future__ import annotations

import builtins
import os
import struct
import sys
import tempfile
from _thread import start_new_thread
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

import numpy as np

from tutor.checking import sandbox, wire
from tutor.checking.exits import BROKEN, UNFIT
from tutor.checking.host import Host
from tutor.checking.meter import Meter
from tutor.checking.stage import MainThread

# Captured now: exercise code may patch modules.
_read = os.read
_write = os.write
_exit = os._exit


Work = tuple[Callable[[], object], Callable[[], object]]


def begin(calls: int, replies: int, meter: int | None, gaps: list[str]) -> Work:
    """Answer requests from `calls` on `replies` until the checker hangs up.

    `gaps` are what the walls leave open; they are asked for before the file is loaded. Returns what the main
    thread has to do meanwhile: for ever the first, the second whenever that ends.
    """
    stage = MainThread()
    line = Line(calls, replies)
    host = Host(Meter(meter), stage, line.ask)
    _hide_ourselves()
    start_new_thread(_answer_all, (host, line, gaps))
    return stage.serve, stage.lost


def _hide_ourselves() -> None:
    """Take our modules off the list of modules: an exercise shall not come by them by name."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "tutor"]:
        del sys.modules[name]


def _answer_all(host: Host, line: Line, gaps: list[str]) -> NoReturn:
    status = BROKEN
    ours, errors = sys.stdout, sys.stderr
    try:
        while request := line.next():
            header, buffers = request
            answer, out = ({"gaps": gaps}, []) if header["op"] == "gaps" else host.answer(header, buffers)
            if sys.stdout is ours and sys.stderr is errors:
                _flush()
            else:  # what stands there is the exercise's
                host.stage.perform(_flush)
            line.reply(answer, out)
        status = 0
    finally:
        _exit(status)


class Line:
    """The runner's end of its two pipes."""

    def __init__(self, calls: int, replies: int) -> None:
        self.calls = calls
        self.replies = replies
        self.nonce = ""

    def next(self) -> tuple[dict[str, Any], wire.Buffers] | None:
        """The next request; None once the checker has hung up."""
        frame = _next_frame(self.calls)
        if frame is None:
            return None
        header, buffers = wire.unpack(frame)
        self.nonce = header["nonce"]
        return header, buffers

    def reply(self, answer: dict[str, Any], out: wire.Buffers) -> None:
        """Answer the request that came last."""
        _send(self.replies, self.nonce, answer, out)

    def ask(self, oracle: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Have the trusted side answer in the middle of a call."""
        out: wire.Buffers = []
        question = {"oracle": oracle, "args": wire.encode(list(args), out, _unknown)}
        question["kwargs"] = wire.encode(kwargs, out, _unknown)
        _send(self.replies, self.nonce, question, out)
        frame = _next_frame(self.calls)
        if frame is None:
            _exit(0)
        header, buffers = wire.unpack(frame)
        if "raised" in header:
            kind, message = header["raised"]
            raise getattr(builtins, kind, RuntimeError)(message)
        return wire.decode(header["value"], buffers)


def _unknown(value: Any) -> wire.Handle:
    """What is no data reaches the oracle by the name of its type."""
    return wire.Handle(type(value).__name__, (), 0)


PRACTICE = "def twice(x):\n    return 2 * x\n"


def practise() -> None:
    """Answer a few requests about nothing: what is forked afterwards finds the way trodden."""
    host = Host(Meter(None))
    load = {"op": "load", "name": "practice", "filename": "practice.py", "source": PRACTICE, "seed": 0}
    load |= {"modules": {}, "public": "", "replace": [], "progress": None, "nonce": ""}
    call = {"op": "call", "target": ["exercise", "twice"], "seed": 0, "nonce": ""}
    for request in (load, *[call] * 10):
        buffers: wire.Buffers = []
        given = wire.encode([np.zeros(3)], buffers, host.keep)
        header = {"args": given, "kwargs": ["dict", []], **request}
        answer, out = host.answer(*wire.unpack(wire.pack(header, buffers)))
        assert answer["ok"], answer
        wire.pack(answer, out)


def take_over_output() -> None:
    """Fresh text streams on the captured file descriptors: no keyboard, and no encoding that can fail."""
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - kept for the whole life
    for name, fd in (("stdout", 1), ("stderr", 2)):
        stream = open(fd, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def _next_frame(calls: int) -> bytes | None:
    received = b""
    while (size := wire.frame_size(received)) is None:
        chunk = _read(calls, 8 - len(received))
        if not chunk:
            return None
        received += chunk
    parts = [received]
    missing = size - len(received)
    while missing:
        chunk = _read(calls, missing)
        if not chunk:
            return None
        parts.append(chunk)
        missing -= len(chunk)
    return b"".join(parts)


def _send(replies: int, nonce: str, answer: dict[str, Any], out: wire.Buffers) -> None:
    try:
        frame = wire.pack({**answer, "nonce": nonce}, out)
    except (wire.WireError, ValueError, struct.error) as error:
        refusal = {"ok": False, "phase": "encode", "type": "TooLarge", "message": str(error)}
        frame = wire.pack({**refusal, "nonce": nonce})
    view = memoryview(frame)
    while view:
        view = view[_write(replies, view) :]


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        with suppress(BaseException):  # a learner may have put anything there
            stream.flush()


def settle(folder: Path) -> None:
    """Make `folder` the place of everything temporary, and the streams fresh."""
    os.chdir(folder)
    os.environ.update(dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP", "MPLCONFIGDIR"), str(folder)))
    tempfile.tempdir = str(folder)
    take_over_output()
    sys.argv = ["exercise"]


def main() -> NoReturn:
    """A spare runner where fork does not exist: calls on stdin, answers on stdout, output on stderr.

    The arguments are its folder, its memory (bytes), its processor time (s) and the libraries to import
    before the first call comes.
    """
    calls, replies = os.dup(0), os.dup(1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    folder, memory, seconds, *modules = sys.argv[1:]
    status, leave = UNFIT, os._exit  # exercise code may patch modules, but not these names
    try:
        settle(Path(folder))
        for name in modules:
            __import__(name)
        layers = sandbox.confine(sandbox.prepare(), Path(folder), int(memory), int(seconds))
        status = BROKEN
        perform, lost = begin(calls, replies, None, [layer.gap for layer in layers if layer.gap])
        while True:
            with suppress(BaseException):  # an interrupt, or what a trace function raises
                perform()
            lost()
    finally:
        leave(status)


if __name__ == "__main__":
    main()
