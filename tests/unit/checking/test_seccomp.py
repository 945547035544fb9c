"""The filter program, run by a small interpreter, for machines that are not at hand too."""

from __future__ import annotations

import errno
import re
import signal
import struct
from pathlib import Path

import pytest

from tutor.checking import kernel, seccomp, syscalls

MACHINES = list(seccomp.ARCHITECTURES)
ALLOWED = 0
PID = 4242
TABLES = (
    *(syscalls.REFUSED, syscalls.ABSENT, syscalls.READ_ATTRIBUTES),
    *(syscalls.OWN_PROCESS, syscalls.CLONE, syscalls.AFFINITY),
)
CHOICES = syscalls.FORBIDDEN | syscalls.PERMITTED
X32 = 0x40000000
"""What is added to the numbers of x32 programs."""
HEADERS = {
    "x86_64": (Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"), r"#define __NR_(\w+)\s+(\d+)"),
    "aarch64": (Path("/usr/include/asm-generic/unistd.h"), r"#define __NR(?:3264)?_(\w+)\s+(\d+)"),
}


def decide(machine: str, number: int, *arguments: int, architecture: int | None = None) -> int:
    """The errno that the filter answers, or ALLOWED; fails on anything that ends the process."""
    real = seccomp.ARCHITECTURES[machine][1]
    padded = (*arguments, *[0] * 6)[:6]
    data = struct.pack("<IIQ6Q", number, real if architecture is None else architecture, 0, *padded)
    steps, at, value = seccomp.instructions(machine), 0, 0
    while True:
        code, yes, no, constant = steps[at]
        constant = PID if constant == seccomp.PID else constant
        at += 1
        if code == seccomp.RETURN:
            assert constant & 0xFFFF0000 in (seccomp.ALLOW, seccomp.ERRNO)
            return constant & 0xFFFF
        if code == seccomp.LOAD:
            value = struct.unpack_from("<I", data, constant)[0]
            continue
        tests = {
            seccomp.EQUAL: value == constant,
            seccomp.AT_LEAST: value >= constant,
            seccomp.ANY_BIT: bool(value & constant),
        }
        at += yes if tests[code] else no


def number(table: syscalls.Table, name: str, machine: str) -> int:
    found = table[name][seccomp.ARCHITECTURES[machine][0]]
    assert found is not None
    return found


@pytest.mark.parametrize("machine", MACHINES)
def test_tables_lead_to_refusals(machine: str) -> None:
    """Every call of the tables is refused, every other one is allowed, unless it is newer than they are."""
    column = seccomp.ARCHITECTURES[machine][0]
    refused = {both[column] for both in syscalls.REFUSED.values()} - {None}
    special = {both[column] for table in TABLES[1:] for both in table.values()}
    special |= {both[column] for both, _, _ in CHOICES.values()}
    special |= {both[column] for both in syscalls.PRLIMIT.values()}
    assert all(decide(machine, each) == errno.EPERM for each in refused if each is not None)
    known = range(syscalls.NEWEST + 1)
    assert not {each for each in known if decide(machine, each)} - refused - special
    assert {decide(machine, each) for each in range(known.stop, 1000)} == {errno.ENOSYS}


@pytest.mark.parametrize("machine", MACHINES)
def test_threads_but_no_processes(machine: str) -> None:
    """`clone` is for threads alone; `clone3` seems not to exist, so that the C library uses `clone`."""
    clone = number(syscalls.CLONE, "clone", machine)
    assert decide(machine, clone, 0x3D0F00) == ALLOWED
    assert decide(machine, clone, signal.SIGCHLD) == errno.EPERM
    assert decide(machine, number(syscalls.ABSENT, "clone3", machine)) == errno.ENOSYS


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("name", syscalls.OWN_PROCESS)
def test_signals_to_itself_only(machine: str, name: str) -> None:
    """A runner may signal itself; not its group, not everybody, not another process."""
    call = number(syscalls.OWN_PROCESS, name, machine)
    assert decide(machine, call, PID, 9) == ALLOWED
    for other in (0, 1, 2**64 - 1, 2**64 - PID):
        assert decide(machine, call, other, 9) == errno.EPERM


@pytest.mark.parametrize("machine", MACHINES)
def test_arguments_that_matter(machine: str) -> None:
    """Limits may be read but not set, affinity is one's own, the death signal is not undone."""
    column = seccomp.ARCHITECTURES[machine][0]
    prlimit = number(syscalls.PRLIMIT, "prlimit64", machine)
    assert decide(machine, prlimit, 0, 7, 0, 0x7F00) == ALLOWED
    assert decide(machine, prlimit, 0, 7, 0x7F00, 0) == errno.EPERM
    assert decide(machine, prlimit, 0, 7, 0x7F00_0000_0000, 0) == errno.EPERM
    affinity = number(syscalls.AFFINITY, "sched_setaffinity", machine)
    assert (decide(machine, affinity, 0), decide(machine, affinity, 77)) == (ALLOWED, errno.EPERM)
    prctl, place, values = syscalls.FORBIDDEN["prctl"]
    assert prctl[column] is not None and place == 0
    assert all(decide(machine, prctl[column], value) == errno.EPERM for value in values)
    assert decide(machine, prctl[column], 15) == ALLOWED


COMMANDS = {
    "fcntl": {
        "SETOWN": 8, "SETSIG": 10, "SETOWN_EX": 15, "SETLEASE": 1024, "NOTIFY": 1026, "SET_RW_HINT": 1036,
        "SETDELEG": 1040, "not known yet": 2000,
    },
    "ioctl": {
        "TIOCSTI": 0x5412, "TIOCLINUX": 0x541C, "FIOSETOWN": 0x8901, "SIOCSPGRP": 0x8902, "TIOCSCTTY": 0x540E,
        "FS_IOC_SETFLAGS": 0x40086602, "FS_IOC_FSSETXATTR": 0x401C5820, "FS_IOC_SETVERSION": 0x40087602,
        "FS_IOC_ENABLE_VERITY": 0x40806685, "BTRFS_IOC_SNAP_DESTROY": 0x5000940F, "FIASYNC": 0x5452,
    },
}  # fmt: skip


@pytest.mark.parametrize("machine", MACHINES)
@pytest.mark.parametrize("name", COMMANDS)
def test_commands_that_reach_beyond_the_file(machine: str, name: str) -> None:
    """Only known commands pass, whatever the half of the argument holds that the kernel does not look at."""
    both, place, allowed = syscalls.PERMITTED[name]
    call = both[seccomp.ARCHITECTURES[machine][0]]
    assert call is not None and place == 1
    for value in COMMANDS[name].values():
        assert decide(machine, call, 3, value) == errno.EPERM
        assert decide(machine, call, 3, value | 0x7_0000_0000) == errno.EPERM
    assert all(decide(machine, call, 3, value) == ALLOWED for value in allowed)


@pytest.mark.parametrize("machine", MACHINES)
def test_attributes_seem_not_to_exist(machine: str) -> None:
    """Reading them is answered as by a file system that has none: `shutil.copy2` goes on then."""
    for name in syscalls.READ_ATTRIBUTES:
        assert decide(machine, number(syscalls.READ_ATTRIBUTES, name, machine)) == errno.ENOTSUP


@pytest.mark.parametrize("machine", MACHINES)
def test_other_architectures_have_no_calls(machine: str) -> None:
    """Calls of 32-bit programs, and x32 ones, do not get around the numbers."""
    assert decide(machine, 2, architecture=0x40000003) == errno.ENOSYS
    assert decide(machine, X32 + 57) == errno.ENOSYS


@pytest.mark.parametrize("machine", MACHINES)
def test_numbers_are_the_headers(machine: str) -> None:
    """The tables agree with the kernel's headers, where these are installed."""
    path, pattern = HEADERS[machine]
    if not path.exists():
        pytest.skip("no kernel headers")
    real = {name: int(value) for name, value in re.findall(pattern, path.read_text())}
    column = seccomp.ARCHITECTURES[machine][0]
    ours = {name: both[column] for table in (*TABLES, syscalls.PRLIMIT) for name, both in table.items()}
    ours |= {name: both[column] for name, (both, _, _) in CHOICES.items()}
    newer_than_headers = {name for name, value in ours.items() if value and value > max(real.values())}
    assert {n: v for n, v in ours.items() if n not in newer_than_headers} == {
        n: real.get(n) for n in ours if n not in newer_than_headers
    }


@pytest.mark.parametrize("machine", MACHINES)
def test_program_takes_the_process_id(machine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The finished program has as many places for the process id as it has calls that need it."""
    monkeypatch.setattr(kernel, "LINUX", True)
    program = seccomp.build(machine)
    assert len(program.code) == 8 * len(seccomp.instructions(machine))
    assert len(program.pids) == len(syscalls.OWN_PROCESS)
    assert all(program.code[place : place + 4] == bytes(4) for place in program.pids)


def test_unknown_machines_have_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """A processor without a table is told apart, not given a wrong filter."""
    monkeypatch.setattr(kernel, "LINUX", True)
    with pytest.raises(kernel.UnavailableError, match="processor"):
        seccomp.build("riscv64")
