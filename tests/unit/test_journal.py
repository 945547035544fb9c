"""No acknowledged event is ever lost: not to a crash, a full disk, a second tutor or a damaged line."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tutor.errors import JournalError
from tutor.journal import Journal
from tutor.locking import exclusive


def kinds(journal: Journal) -> list[str]:
    """The kinds of the events in order."""
    return [event.kind for event in journal.events]


def test_events_come_back_in_order(tmp_path: Path) -> None:
    """What was appended is there after opening again, with its data and time; nothing is read twice."""
    journal = Journal(tmp_path)
    first = journal.append("predicted", lab="l", question="q", answer="ln 2", points=[True, False])
    journal.append("kind from the future", anything={"deep": [1, None]})
    again = Journal(tmp_path)
    assert again.events == journal.events
    assert again.events[0] == first
    assert again.problems == []
    assert journal.events is journal.events


def test_learner_text_may_hold_anything(tmp_path: Path) -> None:
    """Line ends, quotes, lone surrogates and other alphabets stay inside their event."""
    text = 'a\nb\r\n"c" \u2028 σ \ud800 \x00'
    Journal(tmp_path).append("explained", text=text)
    assert Journal(tmp_path).events[0].data["text"] == text
    assert (tmp_path / "journal.jsonl").read_bytes().count(b"\n") == 1


@pytest.mark.parametrize(
    "damage",
    [
        b"not json",
        b'{"kind": "x"}',
        b"[]",
        b'{"kind": 1, "at": 2, "data": {}}',
        b"\xff\xfe",
        b"\x00" * 40,
        b"[" * 5000,
        b'{"kind": "x", "at": 1, "data": {}}, {"kind": "y", "at": 1, "data": {}}',
    ],
)
def test_a_damaged_line_is_skipped_and_reported(tmp_path: Path, damage: bytes) -> None:
    """The lines around it are kept, and the problem names its line."""
    journal = Journal(tmp_path)
    journal.append("one")
    with journal.path.open("ab") as file:
        file.write(damage + b"\n")
    journal.append("two")
    assert kinds(journal) == ["one", "two"]
    again = Journal(tmp_path)
    assert kinds(again) == ["one", "two"]
    assert kinds(again) == ["one", "two"]
    assert len(again.problems) == 1
    assert again.problems[0].startswith(f"{journal.path}:2: ")


def test_a_torn_last_line_does_not_take_the_next_one_with_it(tmp_path: Path) -> None:
    """After a crash in the middle of a line the next event starts on a line of its own."""
    Journal(tmp_path).append("one")
    with (tmp_path / "journal.jsonl").open("ab") as file:
        file.write(b'{"at":1,"kind":"torn","da')
    journal = Journal(tmp_path)
    assert kinds(journal) == ["one"]
    assert "journal.jsonl:2: " in journal.problems[0]
    journal.append("two")
    assert kinds(journal) == kinds(Journal(tmp_path)) == ["one", "two"]
    assert len(journal.problems) == 1


def test_empty_lines_are_nothing(tmp_path: Path) -> None:
    """Somebody's editor may leave some."""
    journal = Journal(tmp_path)
    journal.append("one")
    with journal.path.open("ab") as file:
        file.write(b"\n\n")
    journal.append("two")
    again = Journal(tmp_path)
    assert (kinds(again), again.problems) == (["one", "two"], [])


def test_two_tutors_see_each_other(tmp_path: Path) -> None:
    """Each has the other's events, in the order of the file."""
    one, two = Journal(tmp_path), Journal(tmp_path)
    one.append("a")
    two.append("b")
    assert kinds(two) == ["a", "b"]
    assert one.events == two.events


def _appended(journal: Journal, **data: Any) -> bool:
    try:
        journal.append("counted", **data)
    except JournalError as error:
        if "held by another tutor" not in str(error):
            raise
        return False
    return True


def _append_many(folder: Path, name: str, count: int) -> None:
    journal = Journal(folder)
    for k in range(count):
        while not _appended(journal, name=name, k=k, padding="x" * (k % 50) * 100):
            pass  # on a busy machine the others may be in turn for longer than a tutor is patient


def test_many_tutors_at_once_lose_nothing(tmp_path: Path) -> None:
    """Four processes append at the same time: every line is whole and in its writer's order."""
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_append_many, args=(tmp_path, str(k), 25)) for k in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    journal = Journal(tmp_path)
    assert len(journal.events) == 100 and journal.problems == []
    for name in "0123":
        assert [e.data["k"] for e in journal.events if e.data["name"] == name] == list(range(25))


@pytest.mark.parametrize("fails", ["write", "fsync"])
def test_a_full_disk_is_said_and_harms_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    """A partly written line is taken back; what was acknowledged stays; later it works again."""
    journal = Journal(tmp_path)
    journal.append("one")
    before = journal.path.read_bytes()
    monkeypatch.setattr(os, fails, _full_after_ten_bytes(os.write) if fails == "write" else _full)
    with pytest.raises(JournalError, match=r"No space left on device\); free some space"):
        journal.append("two")
    monkeypatch.undo()
    assert journal.path.read_bytes() == before
    assert kinds(journal) == ["one"]
    journal.append("three")
    assert kinds(Journal(tmp_path)) == ["one", "three"]


def _full(*_arguments: object) -> int:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _full_after_ten_bytes(write: Callable[[int, bytes], int]) -> Callable[[int, bytes], int]:
    room = 10

    def limited(handle: int, data: bytes) -> int:
        nonlocal room
        if not room:
            _full()
        written = write(handle, data[:room])
        room -= written
        return written

    return limited


def test_short_writes_are_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write may take fewer bytes than it was given."""
    journal = Journal(tmp_path)
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:7]))
    journal.append("one", text="long enough")
    monkeypatch.undo()
    assert Journal(tmp_path).events[0].data == {"text": "long enough"}


def test_versions_are_kept_under_their_hash(tmp_path: Path) -> None:
    """The same bytes are stored once and come back as they were, whatever they are."""
    journal = Journal(tmp_path)
    source = b"\xff\x00 def f(): pass\r\n"
    sha = journal.keep(source)
    assert journal.keep(source) == sha
    assert journal.has(sha) and not journal.has("0" * 64)
    assert Journal(tmp_path).version(sha) == source
    assert [path.name for path in journal.versions.iterdir()] == [sha]


def test_a_damaged_version_is_refused(tmp_path: Path) -> None:
    """A version that is not what its name says is never handed out."""
    journal = Journal(tmp_path)
    sha = journal.keep(b"good")
    (journal.versions / sha).write_bytes(b"evil")
    with pytest.raises(JournalError, match="tutor history"):
        journal.version(sha)
    with pytest.raises(JournalError, match="missing or damaged"):
        journal.version("0" * 64)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """A file where `.tutor/` should be stops with one sentence."""
    (tmp_path / "state").write_text("")
    with pytest.raises(JournalError, match="could not be saved"):
        Journal(tmp_path / "state")


def test_a_lock_that_is_never_let_go_is_said(tmp_path: Path) -> None:
    """A tutor that hangs with the lock does not make the others hang."""
    lock = tmp_path / "journal.lock"
    with (
        exclusive(lock),
        pytest.raises(JournalError, match="held by another tutor"),
        exclusive(lock, patience=0.02),
    ):
        pass
    with exclusive(lock, patience=0.02):
        pass


def test_a_journal_that_was_taken_away_starts_again(tmp_path: Path) -> None:
    """Deleting or shortening the file under a running tutor breaks nothing."""
    journal = Journal(tmp_path)
    journal.append("one")
    journal.append("two")
    assert kinds(journal) == ["one", "two"]
    journal.path.write_bytes(b"")
    journal.append("three")
    assert kinds(journal) == ["three"]
    other = Journal(tmp_path / "other")
    other.append("four, and longer than before")
    other.path.replace(journal.path)
    journal.append("five")
    assert kinds(journal) == ["four, and longer than before", "five"]


def test_a_state_folder_that_was_deleted_is_made_again(tmp_path: Path) -> None:
    """But not the workspace around it."""
    journal = Journal(tmp_path / "work" / ".tutor")
    shutil.rmtree(journal.folder)
    journal.append("one")
    journal.keep(b"source")
    shutil.rmtree(tmp_path / "work")
    with pytest.raises(JournalError, match="could not be saved"):
        journal.append("two")
    with pytest.raises(JournalError, match="could not be saved"):
        journal.keep(b"other source")


def test_lines_are_plain_json(tmp_path: Path) -> None:
    """Other programs can read a journal: one object a line with `at`, `kind` and `data`."""
    journal = Journal(tmp_path)
    journal.append("hinted", rung=1)
    record = json.loads(journal.path.read_text())
    assert set(record) == {"at", "kind", "data"} and record["data"] == {"rung": 1}


WRITER = """
import pathlib, sys
from tutor.journal import Journal
journal = Journal(pathlib.Path(sys.argv[1]))
for n in range(100_000):
    journal.append("checked", n=n, sha256=journal.keep(b"x = %d" % n))
    print(n, flush=True)
"""


@pytest.mark.parametrize("after", [1, 2, 3, 5, 8, 13])
def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path: Path, after: int) -> None:
    """Wherever a tutor is killed: each event it was told of is there with its version."""
    command = [sys.executable, "-c", WRITER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as writer:
        assert writer.stdout is not None
        acknowledged = [int(writer.stdout.readline()) for _ in range(after)]
        writer.kill()
        acknowledged += map(int, writer.stdout.read().split())
    journal = Journal(tmp_path)
    found = {event.data["n"]: event.data["sha256"] for event in journal.events}
    assert found.keys() >= set(acknowledged)
    assert all(journal.version(sha) == b"x = %d" % n for n, sha in found.items())
    journal.append("after")
    assert kinds(Journal(tmp_path))[-1] == "after"
