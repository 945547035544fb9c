"""What the program really sends to the terminal: colours, or none at all."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

SGR = re.compile(rb"\x1b\[([\d;]*)m")
PLAIN = {b"", b"0", b"1", b"2", b"3", b"4", b"7", b"9", b"39", b"49"}
"""Reset, bold, dim, italic, underline, reverse, struck, and the terminal's own colours."""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A fresh workspace, made by the program itself."""
    subprocess.run([sys.executable, "-m", "tutor", "init", str(tmp_path)], capture_output=True, check=True)
    return tmp_path


def codes(workspace: Path, **environment: str) -> set[bytes]:
    """The style codes of a start, of the list and of the help."""
    surroundings = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    surroundings |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", **environment}
    child = pexpect.spawn(
        sys.executable, ["-m", "tutor"], cwd=str(workspace), env=surroundings, dimensions=(30, 100)
    )
    sent = b""
    for key, wanted in (
        ("", b"Welcome"),
        ("\r", b"verdict"),
        ("?", b"stuck"),
        ("\x1b", b""),
        ("q", b"?1049l"),
    ):
        child.send(key)
        sent += until(child, wanted)
    return {code for match in SGR.finditer(sent) for code in match[1].split(b";")}


def until(child: pexpect.spawn, wanted: bytes) -> bytes:
    """Take in what comes until something has come, and then nothing for half a second."""
    sent = b""
    for _ in range(60):
        try:
            sent += child.read_nonblocking(1 << 16, timeout=0.5)
        except pexpect.TIMEOUT:
            if wanted in sent:
                return sent
        except pexpect.EOF:
            return sent
    raise AssertionError(f"{wanted!r} never came")


def test_no_color_sends_no_colour(workspace: Path) -> None:
    """With NO_COLOR only bold, reverse and the like are sent, and with them the screen stays readable."""
    found = codes(workspace, NO_COLOR="1")
    assert found <= PLAIN
    assert {b"1", b"7"} <= found


def test_otherwise_there_are_colours(workspace: Path) -> None:
    """The test above can fail: without NO_COLOR true colours are sent."""
    assert b"38" in codes(workspace)
