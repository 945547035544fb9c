"""Ending what exercise code started: own session, death with the parent, and the sweep of strays."""

from __future__ import annotations

import ctypes
import os
import signal
import struct
import sys
import time
from collections.abc import Container
from pathlib import Path

from tutor.checking import kernel

PATIENCE = 5.0
"""Seconds after which a sweep gives up on processes that the kernel does not let die."""
PAUSE = 0.001

CAPGET = {"x86_64": (125, 126), "aarch64": (90, 91)}
"""Machine -> numbers of the system calls capget and capset."""
CAPABILITY_VERSION = 0x20080522
DAC_READ_SEARCH = 1 << 2
PERMITTED = 1
_Capabilities = ctypes.c_uint32 * 6
"""Effective, permitted, inheritable: twice, for the low and the high half of the set."""


def own_session() -> str:
    """Leaves the terminal and starts a session of its own, which can be killed as a whole. Raises OSError."""
    if sys.platform == "win32":
        raise kernel.UnavailableError("Windows has no sessions of this kind")
    if os.getsid(0) != os.getpid():
        os.setsid()
    return "cut off from the terminal, killed as a whole"


def die_with(parent: int) -> str:
    """Ends this process as soon as its parent, which has this id, ends. Raises OSError."""
    if not kernel.LINUX:
        raise kernel.UnavailableError("only Linux has it")
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getpid() != parent != os.getppid():  # it ended before the call
        os.kill(os.getpid(), signal.SIGKILL)
    return "ends with its zygote"


def adopt() -> str:
    """Makes strays of children the children of this process, so that `sweep` finds them. Raises OSError."""
    if not kernel.LINUX:
        raise kernel.UnavailableError("only Linux has it")
    kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)
    return "finds everything a runner leaves behind"


def drop_capabilities() -> str:
    """Gives up what root may do more than others, except reading its own installation. Raises OSError."""
    if kernel.MACHINE not in CAPGET:
        raise kernel.UnavailableError("only Linux has them")
    get, put = CAPGET[kernel.MACHINE]
    header = struct.pack("=Ii", CAPABILITY_VERSION, 0)
    held = _Capabilities()
    kernel.syscall(get, header, held)
    if not any(held):
        return "has none"
    kept = held[PERMITTED] & DAC_READ_SEARCH
    kernel.syscall(put, header, struct.pack("=6I", kept, kept, 0, 0, 0, 0))
    return "gave up those of root"


def _parent(folder: Path) -> int:
    """The parent's id in /proc/PID/stat; the name before it may hold anything, a bracket too."""
    try:
        return int((folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()[1])
    except (OSError, IndexError):
        return 0


def children() -> list[int]:
    """The ids of this process's children, dead ones not yet waited for too; none without /proc."""
    try:
        lists = [task / "children" for task in Path("/proc/self/task").iterdir()]
        return [int(child) for each in lists for child in each.read_text("ascii").split()]
    except OSError:  # a kernel built without these lists, or no Linux at all
        pass
    if not kernel.LINUX:
        return []
    numbered = [folder for folder in Path("/proc").iterdir() if folder.name.isdigit()]
    return [int(folder.name) for folder in numbered if _parent(folder) == os.getpid()]


def _ended(child: int) -> bool:
    """Kills a child and says whether it is already dead and waited for."""
    try:
        os.kill(child, signal.SIGKILL)
        return os.waitpid(child, os.WNOHANG)[0] == child
    except (ChildProcessError, ProcessLookupError, PermissionError):
        return False


def sweep(spare: Container[int]) -> int:
    """Kills and waits for every descendant that is not `spare` or below one, until none is left.

    Killing a child hands its own children over to this process (see `adopt`), so the next round finds them.
    Returns how many ended.
    """
    ended: set[int] = set()
    deadline = time.monotonic() + PATIENCE
    while strays := [child for child in children() if child not in spare]:
        gone = [child for child in strays if _ended(child)]
        ended.update(gone)
        if time.monotonic() > deadline:
            break
        if not gone:
            time.sleep(PAUSE)
    return len(ended)
