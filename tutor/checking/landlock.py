"""Landlock: what a runner may read, and the one folder it may write to. Linux 5.13 and later.

Numbers are from `linux/landlock.h`; they are the same on every architecture. The kernel is asked for its
version by the system call itself: /sys/kernel/security/lsm is absent on some systems where landlock works.
"""

from __future__ import annotations

import os
import re
import stat
import struct
from collections.abc import Iterable
from pathlib import Path

from tutor.checking import kernel
from tutor.records import record

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
GET_VERSION = 1
PATH_BENEATH = 1
QUIET = 1
"""Do not fill the machine's audit log with what exercise code was refused (version 7)."""

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
REMOVE_DIR, REMOVE_FILE = 1 << 4, 1 << 5
MAKE_CHAR, MAKE_DIR, MAKE_REG, MAKE_SOCK = 1 << 6, 1 << 7, 1 << 8, 1 << 9
MAKE_FIFO, MAKE_BLOCK, MAKE_SYM = 1 << 10, 1 << 11, 1 << 12
REFER, TRUNCATE, IOCTL_DEV = 1 << 13, 1 << 14, 1 << 15

READ = READ_FILE | READ_DIR
WRITE = WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | MAKE_FIFO | MAKE_SYM | REFER | TRUNCATE
FILE_RIGHTS = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV
"""The rights that a rule on something other than a folder may name."""

HANDLED_SINCE = {1: (1 << 13) - 1, 2: REFER, 3: TRUNCATE, 5: IOCTL_DEV}
TRUNCATE_SINCE = 3
NETWORK = 0b11
"""Binding and connecting TCP sockets (version 4)."""
SCOPES = 0b11
"""Abstract Unix sockets and signals to processes outside (version 6)."""

OWN = Path("/proc/self")
"""Read by some libraries; opened by the runner itself, for it names another folder in each process."""

HELD = 256
"""Folders kept open between runners; opening them again for each would cost more than all else."""


@record
class Rule:
    """What may be done at a path and below it; `packed` is the kernel's form of it while `fd` is open."""

    path: Path
    access: int
    fd: int | None = None
    packed: bytes = b""


@record
class Ruleset:
    """The rules that are the same for every runner."""

    version: int
    rules: tuple[Rule, ...]


def version() -> int:
    """The kernel's landlock version. Raises kernel.UnavailableError without one."""
    if not kernel.LINUX:
        raise kernel.UnavailableError("only Linux has it")
    oldest = re.search(r"landlock=(\d+)", os.environ.get("TUTOR_WITHOUT", ""))
    try:
        found = kernel.syscall(CREATE_RULESET, 0, 0, GET_VERSION)
        return min(found, int(oldest[1])) if oldest else found
    except OSError as error:
        raise kernel.UnavailableError(f"this kernel does not offer it ({error.strerror})") from None


def _handled(version: int) -> int:
    return sum(rights for since, rights in HANDLED_SINCE.items() if since <= version)


def _rule(path: Path, access: int, version: int) -> Rule | None:
    """An open rule with the rights that fit this kernel and kind of file; None without the file."""
    try:
        fd = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return None
    folder = stat.S_ISDIR(os.fstat(fd).st_mode)
    access &= _handled(version) if folder else _handled(version) & FILE_RIGHTS
    return Rule(path, access, fd, struct.pack("=Qi", access, fd))


def _closed(rule: Rule) -> Rule:
    assert rule.fd is not None
    os.close(rule.fd)
    return Rule(rule.path, rule.access)


def build(readable: Iterable[Path], listable: Iterable[Path], writable: Iterable[Path]) -> Ruleset:
    """Prepares rules: `readable` with all below, `listable` for the names alone, `writable` devices.

    Nothing may be executed anywhere: shared libraries need reading only. Paths that do not exist are left
    out. Raises kernel.UnavailableError.
    """
    ours = version()
    wanted = [
        *((path, READ) for path in readable),
        *((path, READ_DIR) for path in listable),
        *((path, READ | WRITE_FILE) for path in writable),
    ]
    found = [rule for path, access in wanted if (rule := _rule(path, access, ours))]
    return Ruleset(ours, (*found[:HELD], *map(_closed, found[HELD:])))


def _create(version: int) -> int:
    network = NETWORK if version >= 4 else 0
    scopes = SCOPES if version >= 6 else 0
    size = 8 if version < 4 else 16 if version < 6 else 24
    return kernel.syscall(CREATE_RULESET, struct.pack("=QQQ", _handled(version), network, scopes), size)


def restrict(ruleset: Ruleset, temporary: Path) -> str:
    """Binds this process for good, closes what was held open, and says what holds. Raises OSError."""
    made = _create(ruleset.version)
    held = [rule for rule in ruleset.rules if rule.packed]
    wanted = [(rule.path, rule.access) for rule in ruleset.rules if not rule.packed]
    wanted += [(temporary, READ | WRITE), (OWN, READ)]
    for rule in held + [rule for path, access in wanted if (rule := _rule(path, access, ruleset.version))]:
        assert rule.fd is not None
        kernel.syscall(ADD_RULE, made, PATH_BENEATH, rule.packed)
        os.close(rule.fd)
    kernel.no_new_privileges()
    kernel.syscall(RESTRICT_SELF, made, QUIET if ruleset.version >= 7 else 0)
    os.close(made)
    return described(ruleset.version)


def gap(version: int) -> str:
    """What a version lets through that no other layer refuses, in words; empty if nothing."""
    return "" if version >= TRUNCATE_SINCE else "empty files of Python's libraries that you may write"


def described(version: int) -> str:
    """What a version of landlock covers, in words."""
    missing = [
        text
        for since, text in {
            3: "truncating files outside",
            4: "TCP connections",
            6: "signals and abstract sockets",
        }.items()
        if version < since
    ]
    return f"version {version}" + (f", which does not cover {', '.join(missing)}" if missing else "")
