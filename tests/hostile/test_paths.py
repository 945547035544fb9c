"""Whatever stands in a learner's file's place, and whatever happens to it meanwhile, gets a clear verdict."""

from __future__ import annotations

import os
import shutil
import socket
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.hostile.generated import RIGHT, WRONG
from tests.hostile.world import LONG, World
from tutor.checking.run import SECOND_LOOK
from tutor.model import Report, Status

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="links, pipes and devices as on Linux")


def _link(world: World, target: str) -> None:
    world.path.symlink_to(target)


def _file_elsewhere(world: World, source: str) -> Path:
    target = world.workspace / "elsewhere.py"
    target.write_text(source)
    return target


def _broken(world: World) -> None:
    world.save(WRONG.encode())
    world.path.chmod(0)


def _sparse(world: World) -> None:
    with world.path.open("wb") as file:
        file.truncate(1 << 40)


def _socket(world: World) -> None:
    with socket.socket(socket.AF_UNIX) as endpoint:
        endpoint.bind(str(world.path))


PLACED: dict[str, tuple[Callable[[World], object], set[Status], str]] = {
    "nothing": (lambda world: None, {Status.UNWRITTEN}, "is not there"),
    "a folder": (lambda world: world.path.mkdir(), {Status.FAILED}, "is a folder"),
    "a pipe": (lambda world: os.mkfifo(world.path), {Status.FAILED}, "not an ordinary file"),
    "a socket": (_socket, {Status.FAILED}, "a socket or a device"),
    "a giant that is all hole": (_sparse, {Status.FAILED}, "MB long"),
    "an endless device": (lambda world: _link(world, "/dev/zero"), {Status.FAILED}, "not an ordinary file"),
    "an empty device": (lambda world: _link(world, "/dev/null"), {Status.FAILED}, "not an ordinary file"),
    "a terminal": (lambda world: _link(world, "/dev/tty"), {Status.FAILED}, ""),
    "a link to itself": (lambda world: _link(world, world.path.name), {Status.FAILED}, "cannot be opened"),
    "a link to nowhere": (lambda world: _link(world, "nowhere.py"), {Status.UNWRITTEN}, "is not there"),
    "a link to an answer": (
        lambda world: _link(world, str(_file_elsewhere(world, RIGHT))),
        {Status.PASSED},
        "",
    ),
    "a hard link": (lambda world: os.link(_file_elsewhere(world, RIGHT), world.path), {Status.PASSED}, ""),
    "a file without permissions": (_broken, {Status.FAILED}, "" if os.geteuid() == 0 else "cannot be opened"),
    "a process's memory": (lambda world: _link(world, "/proc/self/mem"), {Status.FAILED}, ""),
    "another program": (lambda world: _link(world, sys.executable), {Status.FAILED}, ""),
}


def _clear(world: World) -> None:
    for path in (world.path, world.workspace / "elsewhere.py"):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        with suppress(OSError):
            path.unlink()


@pytest.mark.parametrize("name", PLACED)
def test_in_place_of_the_file(name: str, world: World) -> None:
    """The answer comes at once and in words, and the next check of an ordinary file works."""
    place, statuses, words = PLACED[name]
    _clear(world)
    place(world)
    report, _ = world.check(LONG)
    said = " ".join(f"{result.rationale} {result.help}" for result in report.results)
    _clear(world)
    assert report.status in statuses, said
    assert words in said
    assert world.check_right().status is Status.PASSED
    assert world.changes() == {}
    assert world.left_over() == set()


@pytest.mark.parametrize("half", [b"", b"import numpy as np\n\n\ndef sigm", RIGHT.encode()[:60]])
def test_half_written_saves_are_read_again(half: bytes, world: World) -> None:
    """A file that is saved in two steps is judged by what it becomes."""
    _clear(world)
    tries = (_saved_in_two_steps(half, world) for _ in range(100))
    assert next(report for report in tries if report).status is Status.PASSED


def _saved_in_two_steps(half: bytes, world: World) -> Report | None:
    """The report; none where this process was too slow to finish the save before the second look."""
    world.save(half, age=0)
    begun, finished = time.monotonic(), []

    def finish() -> None:
        world.path.write_text(RIGHT)
        finished.append(time.monotonic())

    finishing = threading.Timer(SECOND_LOOK / 2, finish)  # waits: the pause within a save
    finishing.start()
    report, _ = world.check(LONG)
    finishing.join()
    return report if finished[0] - begun < SECOND_LOOK else None


def test_a_file_that_keeps_changing_is_judged_by_one_version(world: World) -> None:
    """Each verdict belongs to one content, which the report identifies, never to a mixture."""
    import hashlib

    versions = {hashlib.sha256(text.encode()).hexdigest(): text for text in (RIGHT, WRONG)}
    stop = threading.Event()

    def rewrite() -> None:
        while not stop.is_set():
            for text in (RIGHT, WRONG):
                fresh = world.path.with_name("fresh.tmp")
                fresh.write_text(text)
                fresh.replace(world.path)
                time.sleep(0.003)  # waits: between two versions

    writer = threading.Thread(target=rewrite)
    writer.start()
    try:
        for _ in range(5):
            report, _ = world.check(LONG)
            expected = Status.PASSED if versions[report.sha256] == RIGHT else Status.FAILED
            assert report.status is expected
    finally:
        stop.set()
        writer.join()


def test_the_workspace_disappears(world: World) -> None:
    """Nothing to check is said; when the folder is back, checks work."""
    moved = world.workspace.with_name("moved")
    world.workspace.rename(moved)
    try:
        report, _ = world.check(LONG)
        assert report.status is Status.UNWRITTEN
        assert "is not there" in report.results[0].rationale
    finally:
        moved.rename(world.workspace)
    assert world.check_right().status is Status.PASSED
