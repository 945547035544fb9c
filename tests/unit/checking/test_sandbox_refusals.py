"""What a confined child may not do beyond its files, tried in plain Python, through C, and by number."""

from __future__ import annotations

import ctypes
import mmap
import os
import platform
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from ctypes import c_ulong
from pathlib import Path
from typing import Any

import pytest

from tests.unit.checking.confined import LIBC, c, confined, everyone, raw

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks and confines on Linux")

REPOSITORY = Path(__file__).parents[3]
X86 = platform.machine() == "x86_64"
"""Raw system call numbers below are for x86_64; the tables themselves are tested for both machines."""

PLAIN: dict[str, Callable[[], Any]] = {
    "fork": lambda: os.fork(),
    "system": lambda: os.system("true"),
    "subprocess": lambda: subprocess.run(["/bin/true"], check=False).returncode,
    "exec": lambda: os.execv("/bin/true", ["true"]),
    "spawn": lambda: os.posix_spawn("/bin/true", ["true"], {}),
    "socket": lambda: socket.socket().fileno(),
    "unix socket": lambda: socket.socket(socket.AF_UNIX).fileno(),
    "socket pair": lambda: len(socket.socketpair()),
    "kill the zygote": lambda: os.kill(os.getppid(), signal.SIGKILL),
    "signal all": lambda: os.kill(-1, signal.SIGTERM),
    "new session": lambda: os.setsid(),
    "read passwords": lambda: len(Path("/etc/passwd").read_bytes()),
    "read the repository": lambda: len((REPOSITORY / "pyproject.toml").read_bytes()),
    "read the zygote's memory": lambda: os.open(f"/proc/{os.getppid()}/mem", os.O_RDWR),
    "look at the root folder": lambda: len(list(Path("/").iterdir())),
    "raise a limit": lambda: resource.setrlimit(resource.RLIMIT_CPU, (1000, 1000)),
    "create in /tmp": lambda: os.open("/tmp/sandbox-escape", os.O_CREAT | os.O_WRONLY),
    "create in /dev/shm": lambda: os.open("/dev/shm/sandbox-escape", os.O_CREAT | os.O_WRONLY),
    "anonymous file": lambda: os.memfd_create("x"),
    "become root": lambda: os.setresuid(0, 0, 0),
    "slow the zygote": lambda: os.setpriority(os.PRIO_PROCESS, os.getppid(), 19),
}

THROUGH_C: dict[str, Callable[[], Any]] = {
    "fork": lambda: c("fork"),
    "exec": lambda: c("execl", b"/bin/true", b"true", None),
    "socket": lambda: c("socket", 1, 1, 0),
    "kill the zygote": lambda: c("kill", os.getppid(), 9),
    "signal all": lambda: c("kill", -1, 15),
    "new session": lambda: c("setsid"),
    "other group": lambda: c("setpgid", 0, 0),
    "trace the zygote": lambda: c("ptrace", 16, os.getppid(), None, None),
    "keep living": lambda: c("prctl", 1, 0, 0, 0, 0),
    "anonymous file": lambda: c("memfd_create", b"x", 0),
    "shared memory": lambda: c("shmget", 0, 4096, 0o1600),
    "attach shared memory": lambda: attached(),
    "look at shared memory": lambda: c("shmctl", 0, 2, ctypes.create_string_buffer(256)),
    "take a semaphore": lambda: c("semop", 0, ctypes.create_string_buffer(6), 1),
    "take a semaphore in time": lambda: c("semtimedop", 0, ctypes.create_string_buffer(6), 1, None),
    "look at semaphores": lambda: c("semctl", 0, 0, 12),
    "send to a queue": lambda: c("msgsnd", 0, ctypes.create_string_buffer(b"\1" + bytes(15)), 4, 0o4000),
    "take from a queue": lambda: c("msgrcv", 0, ctypes.create_string_buffer(64), 4, 0, 0o4000),
    "look at a queue": lambda: c("msgctl", 0, 2, ctypes.create_string_buffer(256)),
    "lease a library file": lambda: c("fcntl", os.open(os.__file__, os.O_RDONLY), 1024, 1),
    "be told of changes": lambda: c("fcntl", os.open(Path(os.__file__).parent, os.O_RDONLY), 1026, 2),
    "watch a folder": lambda: c("inotify_add_watch", LIBC.inotify_init1(0), str(REPOSITORY).encode(), 0xFFF),
    "remove a queue": lambda: c("mq_unlink", b"/tutor-test-no-such-queue"),
    "mark a library file": lambda: c(
        "ioctl", os.open(os.__file__, os.O_RDONLY), c_ulong(0x40087602), bytes(8)
    ),
    "look at a stranger's attributes": lambda: c("listxattr", str(REPOSITORY).encode(), None, 0),
    "unshare": lambda: c("unshare", 0x10000000),
    "mount": lambda: c("mount", b"none", b"/mnt", b"tmpfs", 0, None),
    "new root": lambda: c("chroot", b"/"),
    "signals by descriptor": lambda: c("fcntl", os.pipe()[0], 8, os.getppid()),
    "type into a terminal": lambda: c("ioctl", 0, 0x5412, b"x"),
    "become root": lambda: c("setresuid", 0, 0, 0),
}


def attached() -> int:
    """Attach the shared memory of a small number, as some other process may have made it."""
    LIBC.shmat.restype = ctypes.c_ssize_t
    return c("shmat", 0, None, 0)


BY_NUMBER: dict[str, Callable[[], Any]] = {
    "fork by clone": lambda: raw(56, signal.SIGCHLD, 0, 0, 0, 0),
    "fork by clone3": lambda: raw(435, 0, 88),
    "open a process": lambda: raw(434, os.getppid(), 0),
    "io_uring": lambda: raw(425, 8, 0),
    "bpf": lambda: raw(321, 0, 0, 0),
    "keyring": lambda: raw(250, 0, -3, 0),
    "read other memory": lambda: raw(310, os.getppid(), 0, 0, 0, 0, 0),
    "write other memory": lambda: raw(311, os.getppid(), 0, 0, 0, 0, 0),
    "limit the zygote": lambda: raw(302, os.getppid(), 0, ctypes.addressof(ctypes.create_string_buffer(16))),
    "shares of input and output": lambda: raw(206, 1, ctypes.addressof(ctypes.c_ulong(0))),
    "newer than all that was looked at": lambda: raw(999),
    "user faults": lambda: raw(323, 0),
    "x32 fork": lambda: raw(0x40000000 + 57),
}


@pytest.mark.parametrize("name", PLAIN)
@everyone
def test_refuses_what_python_can_ask(name: str, user: int | None) -> None:
    """What exercise code may not do is refused with a PermissionError, and nothing stays behind."""
    ended = confined(PLAIN[name], user=user)
    assert ended.refused, ended
    assert ended.signal == 0
    assert ended.swept == 0


@pytest.mark.parametrize("name", PLAIN)
@everyone
def test_refuses_without_the_hook(name: str, user: int | None) -> None:
    """The kernel refuses the same things when the audit hook is not there."""
    ended = confined(PLAIN[name], user=user, skip=["audit hook"])
    assert ended.refused or name == "system", ended  # the C library swallows that one's error
    assert ended.swept == 0


@pytest.mark.parametrize("name", THROUGH_C)
@everyone
def test_refuses_what_c_can_ask(name: str, user: int | None) -> None:
    """Going around Python meets the same refusals, as an errno."""
    ended = confined(THROUGH_C[name], user=user)
    assert ended.refused, ended
    assert ended.swept == 0


@pytest.mark.skipif(not X86, reason="numbers of x86_64")
@pytest.mark.parametrize("name", BY_NUMBER)
@everyone
def test_refuses_system_calls_by_number(name: str, user: int | None) -> None:
    """Nor does calling the kernel itself help."""
    ended = confined(BY_NUMBER[name], user=user)
    assert ended.refused, ended
    assert ended.swept == 0


@pytest.mark.skipif(not X86, reason="machine code of x86_64")
def test_refuses_the_old_way_into_the_kernel() -> None:
    """`int 0x80`, whose call numbers are those of 32-bit programs, finds no call at all."""

    def work() -> int:
        fork_by_interrupt = bytes([0xB8, 2, 0, 0, 0, 0xCD, 0x80, 0xC3])  # mov eax, 2; int 0x80; ret
        page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
        page.write(fork_by_interrupt)
        address = ctypes.addressof(ctypes.c_char.from_buffer(page))
        return -int(ctypes.CFUNCTYPE(ctypes.c_int)(address)())

    ended = confined(work)
    assert ended.refused, ended
    assert ended.swept == 0
