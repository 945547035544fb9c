"""The audit hook (PEP 578): refusals in plain words, with the file and line that asked.

It is no boundary: ctypes and tricks walk past it, and then the kernel's layers refuse without words. It works
on every platform, and it is installed last and never removed.
"""

from __future__ import annotations

import errno
import importlib.util
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

PROGRAMS = "start programs"
PROCESSES = "start processes; use num_workers=0 or n_jobs=1 here"
WRITE = "write, move or delete anything outside its temporary folder"
READ = "read files outside its folder and Python's libraries"
NETWORK = "use the network"
SIGNALS = "send signals to other programs"
MEMORY = "look for objects that it was not given"
LIMITS = "change the limits it runs under"

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
TUTOR = str(Path(__file__).resolve().parents[1]) + os.sep

Check = Callable[[tuple[Any, ...]], str | None]
"""What exercise code may not do with these arguments of an event, or None."""

ALWAYS = {
    PROGRAMS: (
        *("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.startfile/2"),
        *("subprocess.Popen", "pty.spawn", "webbrowser.open", "_winapi.CreateProcess"),
    ),
    PROCESSES: ("os.fork", "os.forkpty"),
    MEMORY: ("gc.get_objects", "gc.get_referrers", "gc.get_referents", "sys._current_frames"),
    NETWORK: (
        *("socket.__new__", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"),
        *("socket.getnameinfo", "urllib.Request"),
    ),
    LIMITS: ("resource.setrlimit", "resource.prlimit"),
}
"""What may never be done -> its events."""

CHANGING = {
    (1, 0): ("os.truncate", "os.setxattr", "os.removexattr", "os.chflags"),
    (1, 1): ("os.remove", "os.rmdir", "os.mkdir", "os.chmod", "os.chown", "os.utime", "shutil.rmtree"),
    (2, 0): ("shutil.move",),
    (2, 2): ("os.rename", "os.link"),
}
"""(How many leading arguments are paths, how many last ones are the folders' descriptors) -> events."""

MODULES = {
    PROCESSES: {"multiprocessing", "joblib", "concurrent"},
    PROGRAMS: {"subprocess.py", "pty.py", "webbrowser.py"},
    NETWORK: {"socket.py", "ssl.py", "urllib", "http", "asyncio", "socketserver.py", "requests", "urllib3"},
}


class RefusedError(PermissionError):
    """Exercise code asked for something it may not do."""

    def __init__(self, what: str, file: str = "", line: int = 0) -> None:
        self.what, self.file, self.line = what, file, line
        where = f": {Path(file).name}, line {line}" if file else ""
        super().__init__(errno.EACCES, f"exercise code may not {what}{where}")

    def __str__(self) -> str:
        return str(self.args[1])


class Folders:
    """Answers whether a path is inside some folders; works on texts, as it runs at every import and open."""

    def __init__(self, folders: Iterable[Path]) -> None:
        """Knows each folder both as it is spelled and as it resolves."""
        both = {form for folder in folders for form in (str(folder), os.path.realpath(folder))}
        self._exact = frozenset(both)
        self._beneath = tuple(text.rstrip(os.sep) + os.sep for text in both)

    def spell(self, path: Any) -> bool:
        """Whether `path` is inside as it is spelled; True for what cannot be a path."""
        try:
            text = os.path.abspath(os.fsdecode(path))  # noqa: PTH100 - Path would follow links
        except (OSError, ValueError, TypeError):
            return True  # the call itself will say what is wrong with it
        return text in self._exact or text.startswith(self._beneath)

    def reach(self, path: Any) -> bool:
        """Whether `path` leads inside once all links are followed; True for what cannot be a path."""
        try:
            return self.spell(os.path.realpath(path))
        except (OSError, ValueError, TypeError):
            return True


def _asker(libraries: Folders) -> tuple[str, int]:
    """The innermost line that is neither a library's nor ours."""
    frame: FrameType | None = sys._getframe(1)
    while frame:
        name = frame.f_code.co_filename
        if not (name.startswith((TUTOR, "<frozen")) or libraries.spell(name)):
            return name, frame.f_lineno
        frame = frame.f_back
    return "", 0


def _always(what: str) -> Check:
    return lambda _: what


def _changing(own: Folders, paths: int, descriptors: int) -> Check:
    """Refuses to change paths outside `own`; one relative to an open folder is left to the kernel."""

    def check(arguments: tuple[Any, ...]) -> str | None:
        last = arguments[len(arguments) - descriptors :]
        if any(isinstance(each, int) and each >= 0 for each in last):
            return None
        return None if all(own.spell(path) for path in arguments[:paths]) else WRITE

    return check


def _reading(own: Folders, libraries: Folders) -> dict[str, Check]:
    def seen(path: Any) -> bool:
        spelled = libraries.spell(path) or own.spell(path)
        return spelled or libraries.reach(path) or own.reach(path)

    def opened(arguments: tuple[Any, ...]) -> str | None:
        path, _, flags = arguments
        if isinstance(path, int) or path == os.devnull:
            return None
        if _is_left_out(path):
            return READ
        if isinstance(flags, int) and flags & WRITING:
            return None if own.reach(path) else WRITE
        return None if seen(path) else READ

    def listed(arguments: tuple[Any, ...]) -> str | None:
        path = arguments[0]
        return None if path is None or isinstance(path, int) or seen(path) else READ

    return {"open": opened, "os.listdir": listed, "os.scandir": listed}


def checks(own: Folders, libraries: Folders) -> dict[str, Check]:
    """For each event of interest, what about it is refused."""

    def linked(arguments: tuple[Any, ...]) -> str | None:
        return None if own.spell(arguments[1]) else WRITE

    def signalled(arguments: tuple[Any, ...]) -> str | None:
        return None if arguments[0] == os.getpid() else SIGNALS

    return {
        **{event: _always(what) for what, events in ALWAYS.items() for event in events},
        **{event: _changing(own, *shape) for shape, events in CHANGING.items() for event in events},
        **_reading(own, libraries),
        **dict.fromkeys(("os.kill", "os.killpg"), signalled),
        "os.symlink": linked,
        "import": _importing,
    }


_left_out: dict[str, str] = {}
"""Libraries that may not be loaded, each with its folder."""


def leave_out(library: str) -> None:
    """Let no module of a library be loaded any more but the stand-ins, which the first finder makes."""
    found = importlib.util.find_spec(library)
    place = found.submodule_search_locations if found else None
    _left_out[library] = next(iter(place or ()), library) + os.sep


def _importing(arguments: tuple[Any, ...]) -> str | None:
    name, finders = arguments[0], arguments[3]
    if name.partition(".")[0] not in _left_out or (finders and hasattr(finders[0], "left_out")):
        return None
    return f"import {name} here"


def _is_left_out(path: Any) -> bool:
    return bool(_left_out) and isinstance(path, str) and path.startswith(tuple(_left_out.values()))


def install(temporary: Path, libraries: Folders) -> str:
    """Binds this interpreter for good, and says what it does."""
    of_event = checks(Folders([temporary]), libraries)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        check = of_event.get(event)
        if check and (what := check(arguments)):
            raise RefusedError(what, *_asker(libraries))

    sys.addaudithook(hook)
    return "refuses in plain words"


def explain(error: PermissionError) -> str:
    """What was refused; when the kernel refused it without words, read off the libraries it came through."""
    if isinstance(error, RefusedError):
        return f"exercise code may not {error.what}"
    parts: set[str] = set()
    trace: TracebackType | None = error.__traceback__
    while trace:
        parts.update(Path(trace.tb_frame.f_code.co_filename).parts)
        trace = trace.tb_next
    for what, modules in MODULES.items():
        if parts & modules:
            return f"exercise code may not {what}"
    if error.filename is not None:
        return f"exercise code may not use {error.filename!r} like this"
    return "exercise code may not ask the system for this"
