"""`tutor doctor` looks at everything, needs nothing, and says what to do."""

from __future__ import annotations

import errno
import importlib.metadata
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from tutor import doctor
from tutor.checking import folders
from tutor.doctor import Finding, examine


def by_topic(folder: Path) -> dict[str, Finding]:
    """The findings by what they are about."""
    return {finding.topic: finding for finding in examine(folder)}


def test_it_looks_at_everything(tmp_path: Path) -> None:
    """Python, packages, terminal, folder, watcher and each layer of isolation."""
    found = by_topic(tmp_path)
    assert {"Python", "torch", "terminal size", "colours", "characters", "write access", "disk space"} <= set(
        found
    )
    assert found["noticing saves"].fine
    assert sum(topic.startswith("isolation: ") for topic in found) >= 5
    assert list(tmp_path.iterdir()) == []


def test_a_missing_package_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the remedy installs it."""

    def missing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", missing)
    found = by_topic(tmp_path)["torch"]
    assert found.needed and not found.fine and "pip install lab-tutor" in found.remedy


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """With the way out."""
    found = by_topic(tmp_path / "absent")["write access"]
    assert found.needed and not found.fine and "tutor init" in found.remedy


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"NO_COLOR": "1"}, "none"),
        ({"COLORTERM": "truecolor"}, "16 million"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "dumb"}, "8 or 16"),
    ],
)
def test_colours_are_told_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], words: str
) -> None:
    """As the screen tells them."""
    for name in ("NO_COLOR", "COLORTERM", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert words in doctor._colours().found


def test_a_probe_that_dies_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other findings are still there."""

    def die(*_arguments: Any, **_options: Any) -> None:
        raise subprocess.CalledProcessError(1, "python", stderr=b"no such module")

    monkeypatch.setattr(subprocess, "run", die)
    found = by_topic(tmp_path)["isolation"]
    assert not found.fine and found.needed and "no such module" in found.found


@pytest.mark.parametrize(
    ("topic", "call"), [("locking", "flock"), ("renaming", "replace"), ("syncing a folder", "fsync")]
)
def test_what_the_file_system_lacks_is_found_by_trying(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, topic: str, call: str
) -> None:
    """Where the workspace lies, with what follows from it; nothing is left behind."""
    if sys.platform == "win32":
        pytest.skip("locks and folders as on POSIX")
    import fcntl

    def refuse(*_: Any) -> None:
        raise OSError(errno.EOPNOTSUPP, "Operation not supported")

    where: Any = {"flock": fcntl, "replace": Path, "fsync": os}[call]
    assert by_topic(tmp_path)[topic].fine
    monkeypatch.setattr(where, call, refuse)
    found = by_topic(tmp_path)[topic]
    assert not found.fine and found.remedy
    assert list(tmp_path.iterdir()) == []


def test_the_files_of_a_workspace_are_looked_at(tmp_path: Path) -> None:
    """A damaged line of the journal and one of the settings, by their numbers."""
    (tmp_path / ".tutor").mkdir()
    (tmp_path / ".tutor/journal.jsonl").write_text('{"at":1,"kind":"x","data":{}}\ngarbage\n')
    (tmp_path / ".tutor/settings.toml").write_text("mouse = true\ntheme = 3\n")
    found = by_topic(tmp_path)
    assert not found["progress"].fine and found["progress"].found.endswith("journal.jsonl: 2")
    assert not found["settings"].fine and "settings.toml:2: " in found["settings"].found


def test_no_place_for_temporary_files_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without one nothing can be checked: the way out works when it is copied, and the rest is still told."""

    def full(*_: Any, **__: Any) -> None:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "TemporaryDirectory", full)
    monkeypatch.setattr(tempfile, "mkdtemp", full)
    found = by_topic(tmp_path)["temporary files"]
    assert found.needed and not found.fine and "export TMPDIR=" in found.remedy
    with pytest.raises(folders.PlaceError, match="No usable"):
        folders.make()
