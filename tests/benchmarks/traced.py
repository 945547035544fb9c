"""The tutor with a clock at each step between a save and its verdict: `TRACE` names the file of moments.

Run as a program with the arguments of `tutor` it is the screen; with `station ENGINE` it is a checker's
station. The product itself knows nothing of this.
"""

from __future__ import annotations

import asyncio
import functools
import os
import sys
import time
from collections.abc import Callable
from typing import Any

_FILE = os.open(os.environ["TRACE"], os.O_WRONLY | os.O_APPEND | os.O_CREAT) if "TRACE" in os.environ else -1


def mark(name: str) -> None:
    """Write down that something has just happened; the clock is the same for all processes."""
    os.write(_FILE, f"{time.perf_counter()} {name}\n".encode())


def clock(owner: Any, method: str, before: str = "", after: str = "") -> None:
    """Put marks before and after a method."""
    original: Callable[..., Any] = getattr(owner, method)

    @functools.wraps(original)
    def timed(*arguments: Any, **named: Any) -> Any:
        if before:
            mark(before)
        try:
            return original(*arguments, **named)
        finally:
            if after:
                mark(after)

    setattr(owner, method, timed)


def screen(arguments: list[str]) -> int:
    """The screen, whose stations are traced too."""
    from tutor.checking import client
    from tutor.cli import main
    from tutor.session import Session
    from tutor.ui.screens.lab_checking import LabChecking

    spawn = asyncio.create_subprocess_exec

    async def traced(*command: str, **named: Any) -> Any:
        named["env"] = {**named["env"], "TRACE": os.environ["TRACE"]}  # a station takes over little
        return await spawn(command[0], "-m", "tests.benchmarks.traced", "station", command[-1], **named)

    client.asyncio.create_subprocess_exec = traced  # type: ignore[assignment]
    clock(LabChecking, "on_file_saved", before="noticed")
    clock(client.Station, "send", before="asked")
    clock(Session, "_keep_verdict", before="received", after="recorded")
    clock(LabChecking, "_flush", after="shown")
    return main(arguments)


def station(engine: str) -> None:
    """A station; its checker is forked from it, clocks and all."""
    sys.argv = ["station", engine]
    from tutor.checking import launchers, reading, remote, run
    from tutor.checking.station import main

    clock(run.Run, "check", before="request read")
    clock(reading, "read", after="file read")
    clock(launchers.Forks, "launch", before="launch", after="launched")
    clock(remote.Remote, "ask", before="ask", after="answered")
    clock(run.Run, "_report", before="judged")
    main()


if __name__ == "__main__":
    if sys.argv[1:2] == ["station"]:
        station(sys.argv[2])
    else:
        sys.exit(screen(sys.argv[1:]))
