"""A checkpoint saves reading a long journal again, and never decides what is true."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tutor import checkpoint
from tutor.checkpoint import Follower
from tutor.journal import Journal
from tutor.tail import Tail


@pytest.fixture
def journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    """A journal with something of every kind, read by somebody who writes a checkpoint at once."""
    monkeypatch.setattr(checkpoint, "OFTEN", 1)
    journal = Journal(tmp_path)
    here = {"lab": "l", "question": "q"}
    journal.append("welcomed", **here)
    journal.append("opened", **here)
    journal.append("predicted", **here, prediction="p", answer="1", confidence="sure", skipped=False)
    journal.append("revealed", **here, prediction="p", actual=[1, 2], right=False, surprise=True)
    journal.append("hinted", **here, target="", rung=0)
    results = [["value", "failed"]]
    journal.append("checked", **here, status="failed", sha256="a", misconception="m", results=results)
    journal.append("ticked", **here, points=[True])
    return journal


def test_progress_comes_back_the_same(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the journal only what came after the checkpoint is read."""
    first = Follower(journal, "l").progress
    journal.append("gave_up", lab="l", question="q")
    read: list[int] = []
    take = Tail._take
    monkeypatch.setattr(Tail, "_take", lambda tail, data: read.append(data.count(b"\n")) or take(tail, data))
    again = Follower(journal, "l").progress
    assert read == [1]
    assert again["q"].gave_up
    again["q"].gave_up = False
    assert (again["q"], again.welcomed) == (first["q"], True)


def test_another_journal_is_noticed(journal: Journal) -> None:
    """A checkpoint of a journal that was replaced meanwhile is not believed."""
    Follower(journal, "l")
    size = journal.path.stat().st_size
    line = json.dumps({"at": 1, "kind": "gave_up", "data": {"lab": "l", "question": "q"}}) + "\n"
    journal.path.write_text(line * (size // len(line) + 2))
    state = Follower(journal, "l").progress["q"]
    assert (state.gave_up, state.opened) == (True, False)


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"place": {}}', '{"version": "0", "place": {"offset": 3}}']
)
def test_a_damaged_checkpoint_is_ignored(journal: Journal, damage: str) -> None:
    """Progress then comes from the whole journal."""
    follower = Follower(journal, "l")
    follower.path.write_text(damage)
    assert Follower(journal, "l").progress["q"] == follower.progress["q"]


def test_problems_are_remembered(journal: Journal) -> None:
    """A damaged line before the checkpoint is still reported."""
    with journal.path.open("ab") as file:
        file.write(b"broken\n")
    Follower(journal, "l")
    assert "journal.jsonl:8: " in Follower(journal, "l").tail.problems[0]


def test_a_journal_replaced_under_us_is_read_afresh(journal: Journal) -> None:
    """What the old one said is forgotten."""
    follower = Follower(journal, "l")
    journal.path.write_bytes(b"")
    journal.append("gave_up", lab="l", question="q")
    state = follower.update()["q"]
    assert (state.gave_up, state.opened) == (True, False)
