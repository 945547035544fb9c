"""`python -m tutor.checking.station ENGINE`: imports the engine's libraries once, then becomes two processes.

The child is the checker (trusted, on the inherited stdin and stdout); the parent stays as the zygote that
forks runners. Both share the libraries' memory. Where fork does not exist the process is the checker alone
and spare runners are spawned.
"""

from __future__ import annotations

import gc
import os
import socket
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from tutor.checking import engines
from tutor.checking.starting import LATER, can_fork

if TYPE_CHECKING:
    from tutor.checking.zygote import Zygote


def main() -> NoReturn:
    """Entry point: the engine, or that it comes later; then the channel of a zygote to replace."""
    engine, *channel = sys.argv[1:]
    if engine == LATER:
        engines.warm("numpy")
        engine = _first_line() or os._exit(0)
    _be_zygote(_replacement(engine, int(channel[0])) if channel else _divided(engine))


def _replacement(engine: str, channel: int) -> Zygote:
    """A zygote in place of one that died, on its channel."""
    engines.warm(engine)
    from tutor.checking.zygote import Zygote

    return Zygote(socket.socket(fileno=channel), None)


def _first_line() -> str:
    """The engine to serve; nothing when the command has ended without a check."""
    line = b""
    while not line.endswith(b"\n"):
        byte = os.read(0, 1)  # not a byte more: what follows is the checker's
        if not byte:
            return ""
        line += byte
    return line.decode().strip()


def _divided(engine: str) -> Zygote:
    """Load the engine and split into a zygote and the checker that it forks runners for."""
    engines.warm(engine)
    from tutor.checking import folders

    if not can_fork():
        for _ in folders.removal_of_stale():
            pass
        _become_checker(engine, None)
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    gc.freeze()  # a collection would copy every page it looks at
    child = os.fork()
    if child == 0:
        theirs.close()
        _become_checker(engine, ours)
    ours.close()
    quiet = os.open(os.devnull, os.O_RDWR)
    os.dup2(quiet, 0)
    os.dup2(quiet, 1)
    # The checker's own imports go on meanwhile, on another processor.
    from tutor.checking.zygote import Zygote

    zygote = Zygote(theirs, child)
    zygote.removals.append(folders.removal_of_stale())
    return zygote


def _be_zygote(zygote: Zygote) -> NoReturn:
    """Serve; in a forked runner, do its work from here, where no frame knows anything."""
    from tutor.checking.zygote import BecameRunner

    try:
        zygote.serve()
    except BecameRunner as became:
        perform, lost = became.work
    del zygote
    while True:
        with suppress(BaseException):  # an interrupt, or what a trace function raises
            perform()
        lost()


def _become_checker(engine: str, channel: socket.socket | None) -> NoReturn:
    from tutor.checking.checker import serve

    try:
        serve(engine, channel)
    finally:
        sys.stdout.flush()
        os._exit(0)


if __name__ == "__main__":
    main()
