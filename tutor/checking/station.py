"""`python -m tutor.checking.station ENGINE`: imports the engine's libraries once, then becomes two processes.

The child is the checker (trusted, on the inherited stdin and stdout); the parent stays as the zygote that
forks runners. Both share the libraries' memory. Where fork does not exist the process is the checker alone
and spare runners are spawned.
"""

from __future__ import annotations

import os
import socket
import sys
from contextlib import suppress
from typing import NoReturn

from tutor.checking import engines


def can_fork() -> bool:
    """Whether a warm process may be forked here: not on Windows, not safely on macOS."""
    return sys.platform == "linux" and hasattr(os, "fork") and not os.environ.get("TUTOR_NO_FORK")


def main() -> NoReturn:
    """Entry point; the second argument `zygote FD` asks for a zygote alone, to replace one that died."""
    engine = sys.argv[1]
    engines.warm(engine)
    from tutor.checking.folders import remove_stale
    from tutor.checking.zygote import Zygote

    if len(sys.argv) > 2:
        Zygote(socket.socket(fileno=int(sys.argv[2])), None).serve()
    with suppress(OSError):
        remove_stale()
    if not can_fork():
        _become_checker(engine, None)
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    child = os.fork()
    if child == 0:
        theirs.close()
        _become_checker(engine, ours)
    ours.close()
    quiet = os.open(os.devnull, os.O_RDWR)
    os.dup2(quiet, 0)
    os.dup2(quiet, 1)
    Zygote(theirs, child).serve()


def _become_checker(engine: str, channel: socket.socket | None) -> NoReturn:
    from tutor.checking.checker import serve

    try:
        serve(engine, channel)
    finally:
        sys.stdout.flush()
        os._exit(0)


if __name__ == "__main__":
    main()
