"""What is remembered about a learner is for their eyes alone, whatever the umask; old folders are mended."""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tutor import files
from tutor.files import make_private, private_folder, write_atomically
from tutor.journal import Journal
from tutor.session import Session
from tutor.settings import load, remember
from tutor.ui.drafts import Drafts

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions as on POSIX")


@pytest.fixture(params=[0o000, 0o022, 0o277, 0o777], ids=oct)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """A umask that lets everybody in, the usual one, and two that lock out even the owner."""
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def open_to_others(folder: Path) -> dict[str, str]:
    """Every file and folder, the first one too, with a permission for others or without its owner's."""
    found = {path: stat.S_IMODE(path.lstat().st_mode) for path in (folder, *folder.rglob("*"))}
    wanted = {path: 0o700 if path.is_dir() else 0o600 for path in found if not path.is_symlink()}
    return {str(path): oct(found[path]) for path in wanted if found[path] != wanted[path]}


async def test_nothing_is_written_for_others(session: Session, umask: int) -> None:
    """The journal, its lock, versions, reports, drafts, settings, a checkpoint and a scratch file."""
    os.umask(0o022)
    async for _ in session.check():
        pass
    os.umask(umask)
    state = session.workspace.state
    for path in sorted(state.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    state.rmdir()
    async for _ in session.check():
        pass
    Drafts(state / "drafts").put("explanation", "because")
    settings = load(session.workspace.root, {"XDG_CONFIG_HOME": "/dev/null"})
    assert remember(settings, "theme", "light") == ""
    session._follower._save()
    names = {path.name for path in state.iterdir()}
    assert {"journal.jsonl", "journal.lock", "versions", "reports", "drafts", "settings.toml"} <= names
    assert open_to_others(state) == {}


def test_temporary_files_are_never_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, umask: int) -> None:
    """Also while it is being written, and also in place of a file that was open."""
    path = private_folder(tmp_path / "state") / "file"
    path.write_bytes(b"old")
    path.chmod(0o644)
    seen: list[dict[str, str]] = []
    monkeypatch.setattr(files, "sync", lambda _: seen.append(open_to_others(path.parent)))
    write_atomically(path, b"new", private=True)
    assert seen[0].keys() <= {str(path)} and open_to_others(path.parent) == {}


def test_old_ones_are_mended_at_the_next_start(tmp_path: Path) -> None:
    """Files, folders, what lies deeper; a link is not followed; the bytes stay."""
    state = tmp_path / ".tutor"
    (state / "versions" / "deep").mkdir(parents=True)
    outside = tmp_path / "outside"
    for path in (
        state / "journal.jsonl",
        state / "versions" / "a",
        state / "versions" / "deep" / "b",
        outside,
    ):
        path.write_text("{}")
        path.chmod(0o664)
    (state / "link").symlink_to(outside)
    for folder in (state, state / "versions", state / "versions" / "deep"):
        folder.chmod(0o2775)
    Journal(state)
    assert open_to_others(state) == {}
    assert stat.S_IMODE(outside.stat().st_mode) == 0o664
    (state / "journal.jsonl").chmod(0o644)
    Journal(state)
    assert open_to_others(state) == {}


def test_what_a_killed_tutor_was_writing_is_removed(tmp_path: Path) -> None:
    """An hour later; a file that is being written now stays."""
    old, now = tmp_path / ".journal.jsonl.1.tmp", tmp_path / ".journal.jsonl.2.tmp"
    old.touch()
    now.touch()
    os.utime(old, (time.time() - 7200,) * 2)
    make_private(tmp_path)
    assert (old.exists(), now.exists()) == (False, True)


def test_an_exercise_keeps_its_permissions(tmp_path: Path) -> None:
    """A reset neither opens nor closes a learner's own file."""
    path = tmp_path / "q01.py"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)
