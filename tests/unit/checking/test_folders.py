"""Runners' folders go away whatever exercise code left in them, and nothing else does."""

from __future__ import annotations

import os
import signal
import tempfile
from pathlib import Path

import pytest

from tutor.checking import folders
from tutor.checking.weight import size


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A runner's folder beside a file that must stay as it is."""
    (tmp_path / "victim").write_text("untouched")
    (tmp_path / "victim").chmod(0o640)
    made = tmp_path / "run"
    made.mkdir()
    return made


def test_removes_files_folders_and_links(folder: Path) -> None:
    """Links are removed, not followed; permissions of what they point to stay."""
    (folder / "link").symlink_to(folder.parent / "victim")
    (folder / "away").symlink_to(folder.parent)
    (folder / "a/b/c").mkdir(parents=True)
    (folder / "a/b/file").touch()
    folders.remove(str(folder))
    victim = folder.parent / "victim"
    assert not folder.exists()
    assert victim.read_text() == "untouched"
    assert victim.stat().st_mode & 0o777 == 0o640


def test_removes_what_cannot_be_listed(folder: Path) -> None:
    """Folders without permissions are opened first, at any depth."""
    inner = folder / "a/b/c/d"
    inner.mkdir(parents=True)
    (inner / "link").symlink_to(folder.parent / "victim")
    for path in (inner, *inner.parents):
        if folder in path.parents:
            path.chmod(0)
    folders.remove(str(folder))
    assert not folder.exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="goes down in a child, as a path that long has no name")
def test_removes_folders_deeper_than_a_path_can_be_long(folder: Path) -> None:
    """Neither the length of a path nor the depth of recursion ends the removal."""
    child = os.fork()
    if not child:
        os.chdir(folder)
        for _ in range(1500):
            Path("down").mkdir()
            os.chdir("down")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    folders.remove(str(folder))
    assert not folder.exists()


def test_what_is_gone_already_is_no_error(folder: Path) -> None:
    """A folder that exercise code removed itself is simply not there."""
    folder.rmdir()
    folders.remove(str(folder))
    assert not folder.exists()


def test_stale_folders_are_those_of_the_dead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of a process that ended goes; that of one that runs, and any other folder, stays."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    mine = Path(folders.make())
    dead = 2**22 + 1  # above the largest process id
    (tmp_path / f"{folders.PREFIX}{dead}-x").mkdir()
    (tmp_path / f"{folders.PREFIX}odd-x").mkdir()
    for _ in folders.removal_of_stale():
        pass
    assert sorted(tmp_path.iterdir()) == sorted([mine, tmp_path / f"{folders.PREFIX}odd-x"])


def test_size_counts_files_and_follows_no_links(folder: Path) -> None:
    """The bytes of files at every depth; a link is not what it points to."""
    (folder / "a").mkdir()
    (folder / "a/file").write_bytes(bytes(1000))
    (folder / "file").write_bytes(bytes(10))
    before = size(str(folder))
    (folder / "link").symlink_to("/")
    assert before == 1010
    assert size(str(folder)) < 1100
    assert size(str(folder / "nowhere")) == 0
