"""Calls of the Linux kernel that the standard library does not wrap. Linux only; importable everywhere."""

from __future__ import annotations

import ctypes
import os
import platform
import sys
from collections.abc import Callable
from functools import cache

LINUX = sys.platform == "linux"
MACHINE = platform.machine() if LINUX and sys.maxsize > 2**32 else ""
"""`x86_64` or `aarch64`; empty where no table of system calls is known to fit this process."""

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38


class Unavailable(Exception):
    """This platform or kernel does not have what was asked for; the text says which."""


@cache
def _function(name: str) -> Callable[..., int]:
    if not LINUX:
        raise Unavailable("only Linux has it")
    function = getattr(ctypes.CDLL(None, use_errno=True), name)
    function.argtypes = [ctypes.c_long] * 7 if name == "syscall" else [ctypes.c_int, *[ctypes.c_ulong] * 4]
    function.restype = ctypes.c_long if name == "syscall" else ctypes.c_int
    return function  # type: ignore[no-any-return]


def _checked(result: int) -> int:
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return result


def syscall(number: int, *arguments: int) -> int:
    """A system call by its number; pointers are given as addresses. Raises OSError."""
    padded = (*arguments, 0, 0, 0, 0, 0, 0)[:6]
    return _checked(_function("syscall")(number, *padded))


def prctl(option: int, value: int) -> None:
    """`prctl(option, value, 0, 0, 0)`. Raises OSError."""
    _checked(_function("prctl")(option, value, 0, 0, 0))


def no_new_privileges() -> None:
    """From here on no program started gains rights; landlock and seccomp ask for it."""
    prctl(PR_SET_NO_NEW_PRIVS, 1)
