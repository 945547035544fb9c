"""What to do when the system refuses to write: a full disk wants another cure than a missing permission."""

from __future__ import annotations

import errno
import os
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


def remedy(error: OSError, path: Path) -> str:
    """What to do next about a refusal to write `path`, without a full stop."""
    if error.errno in (errno.EACCES, errno.EPERM):
        return _permission(path)
    return _REMEDIES.get(error.errno or 0, "`tutor doctor` tries what works in this folder")


def _permission(path: Path) -> str:
    """The nearest thing on the way to `path` that may not be written, and how it may be."""
    for place in (path, *path.parents):
        try:
            found = place.stat()
        except FileNotFoundError:
            continue
        except OSError:
            break
        if os.access(place, os.W_OK):
            continue
        if hasattr(os, "geteuid") and found.st_uid == os.geteuid():
            return f"allow yourself to write there: `chmod u+rwX {shell_word(place)}`"
        break
    return f"you may not write there; {_ELSEWHERE}"
