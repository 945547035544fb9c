"""Nothing that a runner started outlives it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.checking.confined import MEMORY, confined
from tests.waiting import until
from tutor.checking import sandbox

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks and confines on Linux")


def test_runner_dies_with_its_zygote(tmp_path: Path) -> None:
    """A killed zygote leaves no runner behind, even one that sleeps."""
    reading, writing = os.pipe()
    zygote = os.fork()
    if not zygote:
        prepared = sandbox.prepare()
        if not os.fork():
            sandbox.confine(prepared, tmp_path, MEMORY, 20)
            os.write(writing, str(os.getpid()).encode())
            signal.pause()
        signal.pause()
    runner = int(os.read(reading, 20))
    os.kill(zygote, signal.SIGKILL)
    os.waitpid(zygote, 0)
    os.close(writing)
    assert os.read(reading, 1) == b""  # the runner held the other end
    assert until(lambda: not Path(f"/proc/{runner}").exists())  # whoever adopts it reaps it


def _daemon() -> None:
    """Leaves a process that has cut all ties."""
    if os.fork():
        return
    os.setsid()
    if os.fork():
        os._exit(0)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.pause()


def _many() -> None:
    for _ in range(40):
        if not os.fork():
            os.fork()
            signal.pause()


UNCONFINED = ("seccomp", "audit hook")


@pytest.mark.parametrize(("work", "count"), [(_daemon, 1), (_many, 40)], ids=["daemon", "many"])
def test_sweep_finds_everything(work: Callable[[], None], count: int) -> None:
    """Where nothing stops new processes, the sweep ends all: adopted, in other sessions, grandchildren."""
    assert confined(work, skip=UNCONFINED).swept >= count


def test_sweep_spares_who_it_is_told() -> None:
    """The checker, itself a child of the zygote, and its children live on."""

    def work() -> list[Any]:
        spared = os.fork()
        if not spared:
            signal.pause()
        other = os.fork()
        if not other:
            signal.pause()
        swept = sandbox.sweep({spared})
        alive = os.waitpid(spared, os.WNOHANG)[0] == 0
        return [swept, alive, sandbox.sweep(())]

    ended = confined(work, skip=UNCONFINED)
    assert ended.value == [1, True, 1]
