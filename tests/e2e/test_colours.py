"""What the program really sends to the terminal: colours, or none at all."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

SGR = re.compile(rb"\x1b\[([\d;]*)m")
PLAIN = {b"", b"0", b"1", b"2", b"3", b"4", b"7", b"9", b"39", b"49"}
"""Reset, bold, dim, italic, underline, reverse, struck, and the terminal's own colours."""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A fresh workspace, made by the program itself."""
    subprocess.run([sys.executable, "-m", "tutor", "init", str(tmp_path)], capture_output=True, check=True)
    return tmp_path


def codes(workspace: Path, **environment: str) -> set[bytes]:
    """The style codes of a start, of the list, of the help and of the end."""
    terminal = Terminal([sys.executable, "-m", "tutor"], (100, 30), workspace, environment)
    try:
        for key, wanted in (
            ("", "Welcome"),
            ("enter", "Enter predict"),
            ("?", "stuck"),
            ("esc", "Enter predict"),
        ):
            terminal.press(*([key] if key else []))
            terminal.wait(wanted)
        terminal.wait(lambda text: "stuck" not in text)
        terminal.press("q")
        assert terminal.end() == 0
    finally:
        terminal.close()
    return {code for match in SGR.finditer(terminal.raw) for code in match[1].split(b";")}


def test_no_color_sends_no_colour(workspace: Path) -> None:
    """With NO_COLOR only bold, reverse and the like are sent, and with them the screen stays readable."""
    found = codes(workspace, NO_COLOR="1")
    assert found <= PLAIN
    assert {b"1", b"7"} <= found


def test_otherwise_there_are_colours(workspace: Path) -> None:
    """The test above can fail: without NO_COLOR true colours are sent."""
    assert b"38" in codes(workspace)
