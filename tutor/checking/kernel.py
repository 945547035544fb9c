"""Calls of the Linux kernel that the standard library does not wrap. Linux only; importable everywhere."""

from __future__ import annotations

import ctypes
import os
import platform
import sys
from collections.abc import Callable
from typing import Any

LINUX = sys.platform == "linux"
MACHINE = platform.machine() if LINUX and sys.maxsize > 2**32 else ""
"""`x86_64` or `aarch64`; empty where no table of system calls is known to fit this process."""

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38


class UnavailableError(Exception):
    """The platform or kernel does not have what was asked for; the text says which."""


def _function(name: str, result: type, *arguments: type) -> Callable[..., int]:
    """A function of the C library, looked up once: the first look-up is slow in a fresh runner."""
    if not LINUX:
        return lambda *_: 0
    function: Callable[..., int] = getattr(ctypes.CDLL(None, use_errno=True), name)
    function.argtypes, function.restype = arguments, result  # type: ignore[attr-defined]
    return function


_syscall = _function("syscall", ctypes.c_long, ctypes.c_long, *[ctypes.c_void_p] * 4)
_prctl = _function("prctl", ctypes.c_int, ctypes.c_int, *[ctypes.c_ulong] * 4)


def _checked(result: int) -> int:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result


Argument = int | bytes | ctypes.Array[Any]
"""Bytes and arrays are passed as their address."""


def syscall(number: int, a: Argument, b: Argument = 0, c: Argument = 0, d: Argument = 0) -> int:
    """A system call of up to four arguments, by its number. Raises OSError."""
    return _checked(_syscall(number, a, b, c, d))


def prctl(option: int, value: int) -> None:
    """`prctl(option, value, 0, 0, 0)`. Raises OSError."""
    _checked(_prctl(option, value, 0, 0, 0))


def no_new_privileges() -> None:
    """From here on no program started gains rights; landlock and seccomp ask for it."""
    prctl(PR_SET_NO_NEW_PRIVS, 1)
