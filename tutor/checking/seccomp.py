"""Seccomp: system calls that a runner is refused, with an error and never by a kill. Linux 3.17 and later.

The program is a classic BPF filter, built once; each runner patches its own process id into a copy.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from collections.abc import Iterable, Sequence
from itertools import groupby

from tutor.checking import kernel, syscalls
from tutor.records import record

ARCHITECTURES = {"x86_64": (0, 0xC000003E, 317), "aarch64": (1, 0xC00000B7, 277)}
"""Machine -> (column of the tables, AUDIT_ARCH number, number of the seccomp call)."""

LOAD, EQUAL, AT_LEAST, ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
NUMBER, ARCHITECTURE, ARGUMENTS = 0, 4, 16
"""Offsets in `struct seccomp_data`; both machines are little-endian, so a low half comes first."""

ALLOW, ERRNO = 0x7FFF0000, 0x00050000
CLONE_THREAD = 0x00010000
SET_MODE_FILTER, SPEC_ALLOW = 1, 4

Instruction = tuple[int, int, int, int]
"""(code, jump if true, jump if false, constant)."""
BLOCK = 16
"""System call numbers a block of the program spans."""
PID = -1
"""Stands for the runner's process id in an unfinished program."""


@record
class Program:
    """A filter that still lacks the process id."""

    code: bytes
    pids: tuple[int, ...]
    """Where in `code` the process id belongs."""
    call: int
    """The number of the seccomp system call."""


def _refuse(code: int = errno.EPERM) -> Instruction:
    return RETURN, 0, 0, ERRNO | code


def _argument(place: int) -> Instruction:
    return LOAD, 0, 0, ARGUMENTS + 8 * place


def _only_for(number: int, body: list[Instruction]) -> list[Instruction]:
    """`body`, which always returns, for one system call; else on to what follows."""
    return [(EQUAL, 0, len(body), number), *body]


def _searched(bodies: dict[int, list[Instruction]]) -> list[Instruction]:
    """All bodies, in blocks of near numbers.

    So most calls, and the kernel's cache of allowed ones that it fills anew for every runner, pass a few
    instructions and not all.
    """
    steps: list[Instruction] = []
    for block, numbers in groupby(sorted(bodies), key=lambda number: number // BLOCK):
        inner = [step for number in numbers for step in _only_for(number, bodies[number])]
        inner.append((RETURN, 0, 0, ALLOW))
        steps += [(AT_LEAST, len(inner), 0, (block + 1) * BLOCK), *inner]
    return [*steps, (RETURN, 0, 0, ALLOW)]


def _allow_if(place: int, code: int, constant: int) -> list[Instruction]:
    return [_argument(place), (code, 0, 1, constant), (RETURN, 0, 0, ALLOW), _refuse()]


def _unless(place: int, values: Iterable[int]) -> list[Instruction]:
    tests = [step for value in values for step in ((EQUAL, 0, 1, value), _refuse())]
    return [_argument(place), *tests, (RETURN, 0, 0, ALLOW)]


def _only_with(place: int, values: Sequence[int]) -> list[Instruction]:
    tests = [(EQUAL, len(values) - at, 0, value) for at, value in enumerate(values)]
    return [_argument(place), *tests, _refuse(), (RETURN, 0, 0, ALLOW)]


def _only_without_pointer(place: int) -> list[Instruction]:
    low, (code, yes, no, offset) = _argument(place), _argument(place)
    high = (code, yes, no, offset + 4)
    return [low, (EQUAL, 0, 2, 0), high, (EQUAL, 1, 0, 0), _refuse(), (RETURN, 0, 0, ALLOW)]


def instructions(machine: str) -> list[Instruction]:
    """The filter for a machine, with `PID` where the process id belongs."""
    column, architecture, _ = ARCHITECTURES[machine]

    def numbers(table: syscalls.Table) -> list[int]:
        return [number for both in table.values() if (number := both[column]) is not None]

    steps: list[Instruction] = [
        (LOAD, 0, 0, ARCHITECTURE),
        (EQUAL, 1, 0, architecture),
        _refuse(errno.ENOSYS),
        (LOAD, 0, 0, NUMBER),
        (AT_LEAST, 0, 1, syscalls.NEWEST + 1),  # those of x32 programs too
        _refuse(errno.ENOSYS),
    ]
    bodies = [
        *((number, [_refuse()]) for number in numbers(syscalls.REFUSED)),
        *((number, [_refuse(errno.ENOSYS)]) for number in numbers(syscalls.ABSENT)),
        *((number, [_refuse(errno.ENOTSUP)]) for number in numbers(syscalls.READ_ATTRIBUTES)),
        *((number, _allow_if(0, ANY_BIT, CLONE_THREAD)) for number in numbers(syscalls.CLONE)),
        *((number, _allow_if(0, EQUAL, PID)) for number in numbers(syscalls.OWN_PROCESS)),
        *((number, _allow_if(0, EQUAL, 0)) for number in numbers(syscalls.AFFINITY)),
        *((number, _only_without_pointer(2)) for number in numbers(syscalls.PRLIMIT)),
    ]
    for table, body in ((syscalls.FORBIDDEN, _unless), (syscalls.PERMITTED, _only_with)):
        for both, place, values in table.values():
            bodies += [(number, body(place, values)) for number in numbers({"": both})]
    return steps + _searched(dict(bodies))


def build(machine: str = kernel.MACHINE) -> Program:
    """Compiles the filter for this machine. Raises kernel.UnavailableError where there is no table for it."""
    if not kernel.LINUX:
        raise kernel.UnavailableError("only Linux has it")
    if machine not in ARCHITECTURES:
        raise kernel.UnavailableError("no table of system calls for this processor")
    steps = instructions(machine)
    code = b"".join(struct.pack("=HBBI", *step[:3], max(step[3], 0)) for step in steps)
    pids = tuple(8 * place + 4 for place, step in enumerate(steps) if step[3] == PID)
    return Program(code, pids, ARCHITECTURES[machine][2])


def install(program: Program) -> str:
    """Binds this process and its threads-to-be for good, and says what holds. Raises OSError."""
    code = bytearray(program.code)
    for place in program.pids:
        struct.pack_into("=I", code, place, os.getpid())
    filled = ctypes.c_char_p(bytes(code))
    described = struct.pack("@HP", len(code) // 8, ctypes.cast(filled, ctypes.c_void_p).value)
    kernel.no_new_privileges()
    try:
        kernel.syscall(program.call, SET_MODE_FILTER, SPEC_ALLOW, described)
    except OSError:  # before Linux 4.17 there is no such flag
        kernel.syscall(program.call, SET_MODE_FILTER, 0, described)
    return "no new processes, sockets or signals to others"
