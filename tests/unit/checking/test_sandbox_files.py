"""A file outside a confined child's folder stays as it is, whatever the child tries."""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.unit.checking.confined import c, confined, everyone
from tutor.checking import landlock

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks and confines on Linux")


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A file outside the runner's folder that anybody may change, as far as its permissions go."""
    for folder in (tmp_path, *tmp_path.parents):
        if folder.is_relative_to(tempfile.gettempdir()) and folder != Path(tempfile.gettempdir()):
            folder.chmod(0o777)
    victim = tmp_path / "victim.txt"
    victim.write_text("untouched")
    victim.chmod(0o666)
    return victim


CHANGES: dict[str, Callable[[Path], Any]] = {
    "write": lambda path: path.write_text("changed"),
    "append": lambda path: os.open(path, os.O_WRONLY | os.O_APPEND),
    "truncate": lambda path: os.truncate(path, 0),
    "remove": lambda path: path.unlink(),
    "rename": lambda path: path.rename(path.with_name("other")),
    "replace": lambda path: Path("own").touch() or Path("own").replace(path),
    "permissions": lambda path: path.chmod(0o777),
    "times": lambda path: os.utime(path, (0, 0)),
    "owner": lambda path: os.chown(path, 1, 1),
    "link out": lambda path: path.with_name("link").symlink_to("own"),
    "hard link in": lambda path: os.link(path, "taken"),
    "folder": lambda path: path.with_name("folder").mkdir(),
    "pipe": lambda path: os.mkfifo(path.with_name("pipe")),
    "read": lambda path: path.read_text(),
    "through a link": lambda path: Path("there").symlink_to(path) or Path("there").write_text("changed"),
    "write in C": lambda path: c("open", bytes(path), os.O_WRONLY),
    "remove in C": lambda path: c("unlink", bytes(path)),
    "permissions in C": lambda path: c("chmod", bytes(path), 0),
    "truncate in C": lambda path: c("truncate", bytes(path), ctypes.c_long(0)),
    "rename in C": lambda path: c("rename", bytes(path), b"taken"),
    "attributes in C": lambda path: c("setxattr", bytes(path), b"user.x", b"y", 1, 0),
}


UNSEEN = {"pipe", "read", *(name for name in CHANGES if name.endswith(" in C"))}
"""What no hook is told of, and what it refuses in other words."""


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("skip", [(), ("audit hook",)], ids=["all layers", "without the hook"])
@everyone
def test_leaves_files_outside_alone(
    name: str, skip: tuple[str, ...], user: int | None, outside: Path
) -> None:
    """A file outside the folder is neither changed nor read, even one that the user may change."""
    before = outside.stat()
    ended = confined(lambda: CHANGES[name](outside), user=user, skip=skip)
    after = outside.stat()
    assert ended.refused, ended
    assert outside.read_text() == "untouched"
    assert (before.st_mode, before.st_uid, before.st_mtime) == (after.st_mode, after.st_uid, after.st_mtime)
    assert [entry.name for entry in outside.parent.iterdir()] == [outside.name]


@pytest.mark.parametrize("name", [name for name in CHANGES if name not in UNSEEN])
def test_hook_alone_names_the_refusal(name: str, outside: Path) -> None:
    """Where there is no landlock, the hook still refuses what plain Python asks (not what C does)."""
    ended = confined(lambda: CHANGES[name](outside), skip=["landlock", "seccomp"])
    assert "exercise code may not write, move or delete" in ended.error
    assert outside.read_text() == "untouched"


@everyone
def test_many_folders_around_a_hidden_one(user: int | None, tmp_path: Path) -> None:
    """More places than a runner may have files open: all can be read, but not the one between them."""
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    for name in range(400):
        (tmp_path / str(name)).mkdir()
        (tmp_path / str(name) / "file").write_text("text")

    def work() -> list[int]:
        return [name for name in range(400) if readable(name)]

    def readable(name: int) -> bool:
        try:
            return (tmp_path / str(name) / "file").read_text() == "text"
        except PermissionError:
            return False

    ended = confined(work, user=user, readable=[tmp_path], hidden=[tmp_path / "7"], skip=["audit hook"])
    assert ended.layers["landlock"] == "on"
    assert ended.value == [name for name in range(400) if name != 7]


@pytest.mark.parametrize("version", range(1, 7))
def test_older_landlock_works(version: int, monkeypatch: pytest.MonkeyPatch, outside: Path) -> None:
    """Rules written for an older kernel are accepted, and what they do not cover is said."""
    if landlock.version() < version:
        pytest.skip("this kernel is older still")
    monkeypatch.setattr(landlock, "version", lambda: version)
    ended = confined(lambda: outside.write_text("changed"), skip=["audit hook"])
    assert ended.layers["landlock"] == "on"
    assert ended.refused
    said = landlock.described(version)
    assert ("TCP" in said) == (version < 4)
    assert ("signals" in said) == (version < 6)
