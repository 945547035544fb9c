"""What to do when the system refuses to write: a full disk wants another cure than a missing permission."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from tutor.shell import shell_word

_ELSEWHERE = "work in a folder of your own, which `tutor init ~/lab` makes"
_GONE_FOR_A_MOMENT = "the folder on the network does not answer; wait a moment and try again"
_BROKEN = "the disk answers with an error; copy your exercises to another disk before you go on"
_IN_THE_WAY = "something else has this name; move it away and try again"

_REMEDIES = {
    errno.ENOSPC: "free some space, then try again",
    errno.EDQUOT: "your share of the disk is used up; delete files that you no longer need, then try again",
    errno.EROFS: f"this place can only be read; {_ELSEWHERE}",
    errno.EIO: _BROKEN,
    errno.ENXIO: _BROKEN,
    errno.ESTALE: _GONE_FOR_A_MOMENT,
    errno.ETIMEDOUT: _GONE_FOR_A_MOMENT,
    errno.EHOSTDOWN: _GONE_FOR_A_MOMENT,
    errno.ENOTCONN: _GONE_FOR_A_MOMENT,
    errno.ENOENT: "the folder was removed or renamed; go to where it is, or make one with `tutor init ~/lab`",
    errno.ENOTDIR: _IN_THE_WAY,
    errno.EEXIST: _IN_THE_WAY,
    errno.EISDIR: _IN_THE_WAY,
    errno.EMFILE: "too many files are open; close other programs and try again",
    errno.ENFILE: "too many files are open; close other programs and try again",
    errno.ENAMETOOLONG: f"the name is too long for this disk; {_ELSEWHERE}",
    errno.EFBIG: "the file is larger than allowed here; `ulimit -f` shows the limit",
}


def reason(error: OSError) -> str:
    """What the system said."""
    return error.strerror or str(error)


def remedy(error: OSError, path: Path, *, reading: bool = False) -> str:
    """What to do next about a refusal to write (or read) `path`, without a full stop."""
    if error.errno in (errno.EACCES, errno.EPERM):
        return _permission(path, reading=reading)
    return _REMEDIES.get(error.errno or 0, "`tutor doctor` tries what works in this folder")


def _permission(path: Path, *, reading: bool) -> str:
    """The nearest place on the way to `path` that is closed, and how to open it if it is one's own."""
    for place in (path, *path.parents):
        try:
            found = place.stat()
        except (FileNotFoundError, PermissionError):
            continue  # what is above it is missing or closed
        except OSError:
            break
        if os.access(place, _needed(found, reading=reading)):
            continue
        if hasattr(os, "geteuid") and found.st_uid == os.geteuid():
            what = "read it" if reading else "write there"
            return f"allow yourself to {what}: `chmod u+rwX {shell_word(place)}`"
        break
    return f"you may not {'read it' if reading else 'write there'}; {_ELSEWHERE}"


def _needed(found: os.stat_result, *, reading: bool) -> int:
    if stat.S_ISDIR(found.st_mode):
        return os.X_OK if reading else os.W_OK | os.X_OK
    return os.R_OK if reading else os.W_OK
