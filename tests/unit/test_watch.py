"""A save is noticed once, whole, and only when the bytes changed."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from tests.waiting import until_async
from tutor.watch import Watch, Watched


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that holds something."""
    path = tmp_path / "q.py"
    path.write_text("a = 1\n")
    return path


def looks(watched: Watched, count: int = 3) -> int:
    """Look several times and count the saves noticed."""
    return sum(watched.saved() for _ in range(count))


def test_a_save_is_noticed_once(path: Path) -> None:
    """New bytes are reported once, on the second look that finds them unchanged."""
    watched = Watched(path)
    path.write_text("a = 22\n")
    assert not watched.saved()
    assert watched.saved()
    assert looks(watched) == 0


def test_a_rename_over_the_file_is_a_save(path: Path) -> None:
    """Editors that write beside and rename are seen, and the moment without a file is not a save."""
    watched = Watched(path)
    path.unlink()
    assert looks(watched) == 0
    beside = path.with_suffix(".tmp")
    beside.write_text("a = 333\n")
    beside.replace(path)
    assert looks(watched) == 1


def test_the_same_bytes_are_no_save(path: Path) -> None:
    """`touch` and an unchanged `:w` do not run the checks again."""
    watched = Watched(path)
    os.utime(path, ns=(1, 1))
    assert looks(watched) == 0


def test_a_half_written_file_waits(path: Path) -> None:
    """While a writer goes on writing, nothing is reported."""
    watched = Watched(path)
    for length in range(1, 5):
        path.write_text("a" * length)
        os.utime(path, ns=(length, length))
        assert not watched.saved()
    assert looks(watched) == 1


def test_a_folder_in_place_of_the_file_is_reported_and_harmless(path: Path) -> None:
    """A file replaced by a folder counts as a change, so that the check can say what it found."""
    watched = Watched(path)
    path.unlink()
    path.mkdir()
    assert looks(watched) == 1
    assert looks(watched) == 0


def test_a_pipe_is_never_opened(path: Path) -> None:
    """Looking at a named pipe must not block: only its stat is read."""
    watched = Watched(path)
    path.unlink()
    os.mkfifo(path)
    assert looks(watched) == 1


def test_own_writes_can_be_accepted(path: Path) -> None:
    """Whoever saved the file from inside the tutor checks it at once and needs no second notice."""
    watched = Watched(path)
    path.write_text("from inside\n")
    watched.accept()
    assert looks(watched) == 0


async def test_every_file_is_watched_in_turn(tmp_path: Path) -> None:
    """A save of a file that is not in front of the learner is noticed too."""
    paths = [tmp_path / f"q{k}.py" for k in range(4)]
    for each in paths:
        each.write_text("a")
    watch = Watch(paths, period=0.001)
    watch.near = paths[0]
    stream = watch.saves()
    waiting = asyncio.ensure_future(anext(stream))
    assert await until_async(lambda: watch.looks > 0)
    paths[0].write_text("accepted")
    watch.accept(paths[0])
    paths[3].write_text("bb")
    assert await until_async(waiting.done)
    assert waiting.result() == paths[3]
    await stream.aclose()
