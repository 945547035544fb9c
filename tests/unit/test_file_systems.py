"""File systems that lack something, are full or broken, or may only be read: nothing is lost."""

from __future__ import annotations

import errno
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tutor import locking
from tutor.errors import JournalError, TutorError
from tutor.journal import Journal
from tutor.model import Report
from tutor.refusals import remedy
from tutor.session import NotKept, Session
from tutor.tail import Tail
from tutor.workspace import Workspace

posix = pytest.mark.skipif(sys.platform == "win32", reason="locks and folders as on POSIX")


def refuse(
    number: int, *, when: Callable[..., bool] = lambda *_: True, else_: Any = None
) -> Callable[..., Any]:
    """A stand-in for a call of the system that answers with an error."""

    def call(*arguments: Any) -> Any:
        if when(*arguments):
            raise OSError(number, os.strerror(number))
        return else_(*arguments)

    return call


@posix
@pytest.mark.parametrize("name", ["ENOLCK", "ENOSYS", "EOPNOTSUPP", "EINVAL"])
def test_a_file_system_without_locks_keeps_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """No lock there is not a lock that somebody holds: written at once, without waiting."""
    asked: list[int] = []
    refused = refuse(getattr(errno, name), when=lambda *_: not asked.append(1))
    monkeypatch.setattr(locking.fcntl, "flock", refused)
    Journal(tmp_path).append("one")
    Journal(tmp_path).append("two")
    assert [event.kind for event in Journal(tmp_path).events] == ["one", "two"]
    assert len(asked) == 2


@posix
def test_without_a_lock_nobody_else_s_line_is_cut_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write that fails is not taken back there: another tutor may have written behind it."""
    journal = Journal(tmp_path)
    monkeypatch.setattr(locking.fcntl, "flock", refuse(errno.ENOLCK))
    real = os.fsync

    def fails_after_another(handle: int) -> None:
        monkeypatch.setattr(os, "fsync", real)
        with journal.path.open("ab") as file:
            file.write(b'{"at":1,"kind":"theirs","data":{}}\n')
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(os, "fsync", fails_after_another)
    with pytest.raises(JournalError, match="another disk"):
        journal.append("mine")
    assert "theirs" in [event.kind for event in Journal(tmp_path).events]


@posix
def test_a_broken_lock_is_not_another_tutor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system says is told, at once."""
    monkeypatch.setattr(locking.fcntl, "flock", refuse(errno.EIO))
    with pytest.raises(JournalError, match="answers with an error"):
        Journal(tmp_path).append("one")


@posix
@pytest.mark.parametrize("name", ["EINVAL", "ENOSYS", "EOPNOTSUPP", "EBADF"])
def test_a_folder_that_cannot_be_synced_has_been_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The file is there; that its entry cannot be forced onto the disk is no failure."""
    monkeypatch.setattr(os, "fsync", refuse(getattr(errno, name)))
    journal = Journal(tmp_path)
    journal.append("one")
    sha = journal.keep(b"source")
    assert Journal(tmp_path).version(sha) == b"source"


@posix
def test_a_disk_that_fails_to_sync_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """EIO is a loss, and nothing half written stays."""
    monkeypatch.setattr(os, "fsync", refuse(errno.EIO))
    with pytest.raises(JournalError, match="could not be saved"):
        Journal(tmp_path).keep(b"source")
    assert list((tmp_path / "versions").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("ENOSPC", "free some space"),
        ("EDQUOT", "your share of the disk"),
        ("EROFS", "can only be read"),
        ("EIO", "another disk"),
        ("ESTALE", "try again"),
        ("ENOTDIR", "move it away"),
        ("ENOTTY", "tutor doctor"),
    ],
)
def test_the_advice_fits_the_refusal(tmp_path: Path, name: str, words: str) -> None:
    """Space is asked for only when there is none."""
    told = remedy(OSError(getattr(errno, name), "no"), tmp_path)
    assert words in told
    assert ("free some space" in told) == (name == "ENOSPC")


@posix
def test_a_missing_permission_is_mended_by_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command names the nearest place that is closed and works when it is copied, odd names too."""
    closed = tmp_path / "it's closed" / ".tutor"
    closed.mkdir(parents=True)
    closed.parent.chmod(0o500)
    # Root may write everywhere: the question is asked as somebody who is not.
    monkeypatch.setattr(os, "access", _as_an_ordinary_user)
    told = remedy(OSError(errno.EACCES, "Permission denied"), closed / "journal.jsonl")
    assert "space" not in told
    command = told.split("`")[1]
    assert shlex.split(command)[-1] == str(closed.parent)
    subprocess.run(command, shell=True, check=True)
    assert closed.parent.stat().st_mode & 0o700 == 0o700


@posix
def test_a_folder_closed_by_its_owner_is_opened_by_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Progress that cannot be read and exercises that cannot be looked into name the place that is closed."""
    (tmp_path / "exercises").mkdir(0o000)
    journal = tmp_path / ".tutor" / "journal.jsonl"
    journal.parent.mkdir()
    journal.touch(0o000)
    monkeypatch.setattr(os, "access", _as_an_ordinary_user)
    monkeypatch.setattr(Path, "open", refuse(errno.EACCES))
    for look, place in (
        (lambda: Workspace.find(tmp_path, "l"), tmp_path / "exercises"),
        (Tail(journal).read, journal),
    ):
        with pytest.raises(TutorError) as told:
            look()
        assert shlex.split(str(told.value).split("`")[1]) == ["chmod", "u+rwX", str(place)]


def _as_an_ordinary_user(path: Path, wanted: int) -> bool:
    try:
        return (Path(path).stat().st_mode >> 6) & wanted == wanted
    except OSError:
        return False


@posix
def test_a_stranger_s_folder_is_not_to_be_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is told to change what belongs to somebody else."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(os, "geteuid", lambda: tmp_path.stat().st_uid + 1)
    told = remedy(OSError(errno.EACCES, "Permission denied"), tmp_path)
    assert "chmod" not in told and "tutor init ~/lab" in told


@pytest.mark.parametrize("name", ["EROFS", "EACCES", "ENOSPC", "EDQUOT", "EIO"])
async def test_a_verdict_that_cannot_be_kept_is_still_given(
    session: Session, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The report, then one line that it was not kept; later everything works again."""
    monkeypatch.setattr(os, "open", refuse(getattr(errno, name), when=_writes, else_=os.open))
    brought = [message async for message in session.check()]
    assert [type(message) for message in brought if isinstance(message, Report | NotKept)] == [
        Report,
        NotKept,
    ]
    said = next(message.sentence for message in brought if isinstance(message, NotKept))
    assert "not kept" in said and os.strerror(getattr(errno, name)) in said
    monkeypatch.undo()
    brought = [message async for message in session.check()]
    assert not any(isinstance(message, NotKept) for message in brought)
    assert session.progress[session.question.slug].passed


def _writes(_path: object, flags: int, *_: Any) -> bool:
    return bool(flags & (os.O_WRONLY | os.O_RDWR))


def test_a_version_that_was_damaged_is_stored_afresh(tmp_path: Path) -> None:
    """An empty file that a crash left under its name does not stand for it."""
    journal = Journal(tmp_path)
    sha = journal.keep(b"source")
    (journal.versions / sha).write_bytes(b"")
    assert Journal(tmp_path).keep(b"source") == sha
    assert journal.version(sha) == b"source"


def test_what_a_reset_replaces_can_be_found_however_it_ends(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is in the history before the file is written over: a kill between the two loses nothing."""
    path = session.workspace.exercise(session.question.slug)
    path.write_bytes(b"mine\n")

    def killed(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tutor.workspace.write_atomically", killed)
    with pytest.raises(KeyboardInterrupt):
        session.reset()
    kept = [session.journal.version(version.sha256) for version in session.history(session.question)]
    assert kept == [b"mine\n"]
