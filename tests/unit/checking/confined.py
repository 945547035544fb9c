"""Runs a function in a real confined child, for the tests of the sandbox."""

from __future__ import annotations

import ctypes
import errno
import json
import os
import signal
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tutor.checking import sandbox

LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
CROSS_LINK = "OSError: [Errno 18]"
"""How landlock refuses a link or move between folders of different rights."""
MEMORY = 256 << 20
ORDINARY = 12345
"""A user id that owns nothing."""
sysconfig.get_paths()  # slow the first time; here once, and not in every child
USERS = [None, ORDINARY] if os.getuid() == 0 else [None]
"""Whom to run as: whoever runs the tests, and an ordinary user too when that is root."""


@dataclass
class Ended:
    """How the function went in the child."""

    value: Any = None
    error: str = ""
    """The type and text of what it raised."""
    signal: int = 0
    layers: dict[str, str] = field(default_factory=dict)
    swept: int = 0

    @property
    def refused(self) -> bool:
        """Whether it was denied: by a PermissionError, or as the errno that the function returned."""
        denied = (errno.EPERM, errno.EACCES, errno.ENOSYS, errno.ENOTSUP, errno.EXDEV)
        words = ("PermissionError", "RefusedError", "ValueError: not allowed", CROSS_LINK)
        return self.error.startswith(words) or self.value in denied


def _runner(work: Callable[[], Any], prepared: sandbox.Prepared, folder: Path, report: int, cpu: int) -> None:
    os.chdir(folder)
    layers = sandbox.confine(prepared, folder, MEMORY, cpu)
    answer: dict[str, Any] = {"layers": {layer.name: layer.state for layer in layers}}
    try:
        answer["value"] = work()
    except BaseException as error:  # noqa: BLE001 - whatever it is, the test wants to see it
        answer["error"] = f"{type(error).__name__}: {error}"
    os.write(report, json.dumps(answer).encode())


def _zygote(work: Callable[[], Any], report: int, options: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        # Before the change of user: the interpreter may lie where only root can read.
        prepared = sandbox.prepare(options["readable"], options["hidden"], options["skip"])
        if options["user"] is not None:
            os.chown(place, options["user"], options["user"])
            os.setgroups([])
            os.setgid(options["user"])
            os.setuid(options["user"])
        pid = os.fork()
        if not pid:
            _runner(work, prepared, place, report, options["cpu"])
            os._exit(0)
        status = os.waitpid(pid, 0)[1]
        swept = sandbox.sweep(())
        ended = {"signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, "swept": swept}
        os.write(report, b"\n" + json.dumps(ended).encode())


def confined(
    work: Callable[[], Any],
    *,
    user: int | None = None,
    readable: Sequence[Path] = (),
    hidden: Sequence[Path] = (),
    skip: Collection[str] = (),
    cpu: int = 20,
) -> Ended:
    """Runs `work` in a runner forked from a zygote of its own; what it returns must be JSON."""
    reading, writing = os.pipe()
    options = {"user": user, "readable": readable, "hidden": hidden, "skip": skip, "cpu": cpu}
    zygote = os.fork()
    if not zygote:
        os.close(reading)
        try:
            _zygote(work, writing, options)
        finally:
            os.kill(os.getpid(), signal.SIGKILL)  # no clean-up of the test runner's own in here
    os.close(writing)
    with os.fdopen(reading, "rb") as answers:
        first, _, second = answers.read().partition(b"\n")
    os.waitpid(zygote, 0)
    return Ended(**json.loads(first or b"{}"), **json.loads(second or b"{}"))


def c(name: str, *arguments: Any) -> int:
    """Calls a C function; 0 when it worked, else the errno."""
    result = getattr(LIBC, name)(*arguments)
    return ctypes.get_errno() if result == -1 else 0


def raw(*numbers: int) -> int:
    """Makes a system call; 0 when it worked, else the errno."""
    result = LIBC.syscall(*(ctypes.c_long(number) for number in numbers))
    return ctypes.get_errno() if result == -1 else 0


def everyone(function: Callable[..., None]) -> Callable[..., None]:
    """Runs a test as every kind of user there can be here."""
    return pytest.mark.parametrize("user", USERS, ids=lambda user: f"uid-{user or os.getuid()}")(function)
