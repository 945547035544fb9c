"""Resource limits of a runner. POSIX; macOS does not keep to the memory ones."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tutor.checking import kernel

if sys.platform != "win32":
    import resource

MEGABYTE = 1 << 20
LARGEST_FILE = 64 * MEGABYTE
OPEN_FILES = 256
SPARE_PROCESSES = 80
"""How many more processes and threads the user may have while a runner runs; see `apply`."""


def sizes() -> int | None:
    """An open file with the memory sizes of this process, the zygote; None without /proc.

    A runner starts with the same sizes, and opening a file of its own in /proc costs it half a millisecond.
    """
    try:
        return os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None


def _used(sizes: int) -> tuple[int, int]:
    """Address space and private writable memory in bytes; closes the file."""
    pages = os.pread(sizes, 200, 0).split()
    os.close(sizes)
    size = os.sysconf("SC_PAGE_SIZE")
    return int(pages[0]) * size, int(pages[5]) * size


def user_threads() -> int | None:
    """How many threads this user has now; None where that cannot be known."""
    if not kernel.LINUX:
        return None
    mine, count = os.getuid(), 0
    for folder in Path("/proc").iterdir():
        try:
            if folder.name.isdigit() and folder.stat().st_uid == mine:
                count += len(list((folder / "task").iterdir()))
        except OSError:
            continue
    return count


def apply(sizes: int | None, memory: int, cpu_seconds: int, threads: int | None) -> str:
    """Limits this process for good and says to what. Raises OSError, kernel.UnavailableError.

    `sizes` is what `sizes()` opened in the zygote. `memory` is in bytes beyond what the process has already;
    twice as much address space catches shared mappings, which the data limit does not count. The number of
    processes is limited only when nothing better refuses them, to a few above `threads`, those that the user
    has already.
    """
    if sys.platform == "win32":
        raise kernel.UnavailableError("Windows has none of these")
    wanted = {
        resource.RLIMIT_CPU: (cpu_seconds, cpu_seconds + 1),
        resource.RLIMIT_FSIZE: (LARGEST_FILE, LARGEST_FILE),
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_NOFILE: (OPEN_FILES, OPEN_FILES),
    }
    if sizes is not None:
        space, data = _used(sizes)
        wanted[resource.RLIMIT_DATA] = (data + memory,) * 2
        wanted[resource.RLIMIT_AS] = (space + 2 * memory,) * 2
    if threads is not None:
        wanted[resource.RLIMIT_NPROC] = (threads + SPARE_PROCESSES,) * 2
    for which, (soft, hard) in wanted.items():
        ceiling = resource.getrlimit(which)[1]
        if ceiling != resource.RLIM_INFINITY:
            soft, hard = min(soft, ceiling), min(hard, ceiling)
        resource.setrlimit(which, (soft, hard))
    memory_text = f"{memory // MEGABYTE} MB" if sizes is not None else "not limited on this system"
    return f"memory {memory_text}, processor time {cpu_seconds} s, files {LARGEST_FILE // MEGABYTE} MB"
