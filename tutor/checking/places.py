"""Which folders exercise code may read: Python, its libraries and the system's, never the tutor's own.

What is granted is granted with everything below it, so a folder that holds something hidden is replaced by
its other entries.
"""

from __future__ import annotations

import os
import site
import sys
import sysconfig
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]
LIBRARIES = frozenset({"site-packages", "dist-packages"})
SHARED_PREFIXES = frozenset({"/", "/usr", "/usr/local"})
"""Prefixes of a system's own Python, of which only the libraries are needed."""

SYSTEM = (
    *("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/usr/share", "/usr/local/share"),
    *("/nix/store", "/System/Library", "/Library/Frameworks"),
    *("/etc/ld.so.cache", "/etc/localtime", "/etc/mime.types", "/etc/fonts"),
    *("/dev/zero", "/dev/urandom", "/dev/random"),
    *("/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/version", "/proc/filesystems"),
    *("/proc/sys/vm/overcommit_memory", "/sys/kernel/mm/transparent_hugepage"),
    *("/sys/devices/system", "/sys/fs/cgroup"),
)
"""Read by the C library, OpenBLAS, OpenMP, torch, joblib and matplotlib. Nothing names users or hosts."""

DEVICES = (Path(os.devnull),)
"""May be written to as well."""


def own_places() -> tuple[Path, ...]:
    """The tutor's package, and the whole repository when it is run from one."""
    if PACKAGE.parent.name in LIBRARIES:
        return (PACKAGE,)
    return (PACKAGE.parent,)


def python_places() -> Iterator[Path]:
    """The interpreter and its libraries, wherever they are."""
    for prefix in (sys.base_prefix, sys.base_exec_prefix, sys.prefix):
        if prefix not in SHARED_PREFIXES:
            yield Path(prefix)
    paths = sysconfig.get_paths()
    yield from (Path(paths[name]) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
    yield from map(Path, site.getsitepackages())
    if site.ENABLE_USER_SITE:
        yield Path(site.getusersitepackages())
    yield from (Path(entry) for entry in sys.path if Path(entry).name in LIBRARIES)


def without(root: Path, hidden: Sequence[Path]) -> Iterator[Path]:
    """The largest parts of `root` that hold nothing of `hidden` (all resolved); follows links in between."""
    inside = [path for path in hidden if root in path.parents]
    if not inside:
        yield root
        return
    for entry in sorted(root.iterdir()) if os.access(root, os.R_OK) else ():
        place = entry.resolve()
        if not any(path == place or path in place.parents for path in hidden):
            yield from without(place, inside)


def readable(extra: Iterable[Path], hidden: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """What may be read with all below, and library folders of which only the entries' names may be read.

    The second are those that hold something hidden: Python finds modules by listing their folders.
    """
    kept_back = [path.resolve() for path in hidden]
    wanted = (*python_places(), *map(Path, SYSTEM), *extra)
    roots = {path.resolve(): None for path in wanted if os.access(path, os.F_OK)}
    parts = {part: None for root in roots for part in without(root, kept_back)}
    granted = [part for part in parts if not any(parent in parts for parent in part.parents)]
    listed = [root for root in roots if root.name in LIBRARIES and root not in parts]
    return granted, [root for root in listed if not any(parent in parts for parent in root.parents)]
