"""Reads a learner's file as it really is on the disk: whole, of a sane size, and only if it is a file."""

from __future__ import annotations

import errno
import io
import os
import stat
import time
import tokenize
from pathlib import Path

from tutor.cleaning import one_line
from tutor.records import record

LARGEST = 1_000_000
"""Bytes; no exercise comes near it."""
_CURES = {
    errno.ELOOP: "A link leads back to itself there; put the file itself in its place.",
    errno.ENOTDIR: "Something that is no folder is in its way; move it elsewhere.",
    errno.ENXIO: "It is a socket or a device; put an ordinary file in its place.",
}
"""What to do about a file that cannot be opened, where it is not a matter of permissions."""
YOUNG = 0.3
"""Seconds after its last change for which a broken file may be one that is still being written."""


@record
class Source:
    """A file that was read, or why it could not be."""

    data: bytes = b""
    text: str = ""
    problem: str = ""
    """One sentence; empty when the file was read."""
    help: str = ""
    young: bool = False
    missing: bool = False


def read(path: Path, question: str, within: Path | None = None) -> Source:
    """The file at `path`, read twice if it changes meanwhile; never blocks on a pipe or a device.

    With `within`, a folder that somebody handed in, no link that leads out of it is followed.
    """
    shown = one_line(str(path))
    if within is not None and _leads_out(path, within):
        return Source(
            problem=f"{shown} is reached by a link out of the learner's own folder, so it was not read.",
            help="Hand in the file itself in place of the link.",
        )
    try:
        fd = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    except FileNotFoundError:
        help = f"`tutor reset {question}` writes a fresh one."
        return Source(problem=f"{shown} is not there.", help=help, missing=True)
    except OSError as error:
        help = _CURES.get(error.errno or 0, "Look at its permissions.")
        return Source(problem=f"{shown} cannot be opened: {error.strerror}.", help=help)
    try:
        return _read_open(fd, path, question)
    except OSError as error:
        return Source(problem=f"{shown} cannot be read: {error.strerror}.", help="Is its disk there?")
    finally:
        os.close(fd)


def _leads_out(path: Path, folder: Path) -> bool:
    root = Path(os.path.realpath(folder.parent), folder.name)  # a folder that is a link leads out of itself
    return not Path(os.path.realpath(path)).is_relative_to(root)


def _read_open(fd: int, path: Path, question: str) -> Source:
    status, shown = os.fstat(fd), one_line(str(path))
    if not stat.S_ISREG(status.st_mode):
        kind = "a folder" if stat.S_ISDIR(status.st_mode) else "not an ordinary file"
        return Source(
            problem=f"{shown} is {kind}.",
            help=f"Move it away; `tutor reset {question}` then writes a fresh one.",
        )
    if status.st_size > LARGEST:
        return Source(
            problem=f"{shown} is {status.st_size / 1e6:.1f} MB long; an exercise is at most 1 MB.",
            help="Did something else get saved there?",
        )
    data = _stable(fd, status)
    young = time.time() - status.st_mtime < YOUNG
    try:
        return Source(data, decode(data), young=young)
    except (SyntaxError, UnicodeDecodeError, LookupError, ValueError) as error:
        return Source(
            data, problem=f"{shown} is not readable text: {error}.", help="Save it as UTF-8.", young=young
        )


def _stable(fd: int, status: os.stat_result) -> bytes:
    """The content once size and time stand still between two looks."""
    for _ in range(50):
        os.lseek(fd, 0, os.SEEK_SET)
        data = b""
        while len(data) <= LARGEST and (chunk := os.read(fd, 1 << 20)):
            data += chunk
        again = os.fstat(fd)
        if (again.st_size, again.st_mtime_ns) == (
            status.st_size,
            status.st_mtime_ns,
        ) and again.st_size == len(data):
            break
        status = again
        time.sleep(0.02)
    return data[:LARGEST]


def decode(data: bytes) -> str:
    """Source text by the rules of PEP 263 (byte-order mark, coding line, else UTF-8), all newlines alike."""
    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    return io.TextIOWrapper(io.BytesIO(data), encoding, line_buffering=True).read()
