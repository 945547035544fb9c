"""What the walls do not refuse, as the README's table says: a row that is no longer true must go."""

from __future__ import annotations

import fcntl
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.checking.confined import confined

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the walls are Linux's")

LEFT: dict[str, Callable[[], Any]] = {
    "see whether a file exists": lambda: Path("/etc/passwd").stat().st_size,
    "go into a folder": lambda: os.chdir("/etc"),
    "read its own /proc/self": lambda: len(Path("/proc/self/mountinfo").read_text()),
    "see connections": lambda: len(Path("/proc/self/net/tcp").read_text()),
    "lock a file that it may read": lambda: fcntl.flock(os.open(os.__file__, os.O_RDONLY), fcntl.LOCK_EX),
    "read priorities": lambda: os.getpriority(os.PRIO_PROCESS, os.getppid()),
}


@pytest.mark.parametrize("name", LEFT)
def test_is_left_open(name: str) -> None:
    """Each row of the table is really so, with every wall on."""
    ended = confined(LEFT[name], skip=["audit hook"])
    assert ended.error == "", ended
    assert ended.layers["landlock"] == ended.layers["seccomp"] == "on"
