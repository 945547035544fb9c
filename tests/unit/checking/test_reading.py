"""A learner's file is read whole, once it stands still, and only if it is a file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tutor.checking.reading import LARGEST, read


def test_ordinary_source_is_read(tmp_path: Path) -> None:
    """Bytes for the hash, text for the run, newlines made alike."""
    path = tmp_path / "a.py"
    path.write_bytes(b"x = 1\r\ny = 2\r\n")
    source = read(path, "a")
    assert (source.data, source.text, source.problem) == (b"x = 1\r\ny = 2\r\n", "x = 1\ny = 2\n", "")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfx = 'e'\n", "x = 'e'\n"),
        ("# -*- coding: latin-1 -*-\nx = 'é'\n".encode("latin-1"), "# -*- coding: latin-1 -*-\nx = 'é'\n"),
    ],
)
def test_encodings_follow_pep_263(tmp_path: Path, data: bytes, text: str) -> None:
    """A byte-order mark and a coding line are honoured."""
    path = tmp_path / "a.py"
    path.write_bytes(data)
    assert read(path, "a").text == text


@pytest.mark.parametrize("data", [b"x = '\xff'\n", b"# coding: no-such\n", "x = 1\n".encode("utf-16")])
def test_unreadable_text_is_said(tmp_path: Path, data: bytes) -> None:
    """What is not text in its own encoding is a sentence, not a crash."""
    path = tmp_path / "a.py"
    path.write_bytes(data)
    source = read(path, "a")
    assert "not readable text" in source.problem or "\0" in source.text


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes in the file system")
def test_a_pipe_a_folder_a_device_and_a_giant_are_refused_at_once(tmp_path: Path) -> None:
    """Nothing but a regular file of at most 1 MB is read, and nothing blocks."""
    pipe, folder, giant, device = (tmp_path / name for name in ("pipe", "folder", "giant", "device"))
    os.mkfifo(pipe)
    folder.mkdir()
    giant.write_bytes(b"#" * (LARGEST + 1))
    device.symlink_to("/dev/zero")
    assert "not an ordinary file" in read(pipe, "a").problem
    assert "a folder" in read(folder, "a").problem
    assert "1 MB" in read(giant, "a").problem
    assert "not an ordinary file" in read(device, "a").problem


def test_a_missing_file_names_the_command(tmp_path: Path) -> None:
    """The cure is the exact command."""
    assert "tutor reset q" in read(tmp_path / "none.py", "q").help
