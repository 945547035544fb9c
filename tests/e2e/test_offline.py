"""The program starts, checks and draws where no network interface exists at all."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.content.corpus import lab
from tests.terminal import Terminal
from tutor.places import solutions_folder

CUT_OFF = ["unshare", "--map-root-user", "--net", "--"]
"""A network namespace of its own: not even the loopback interface is up in there."""

can_cut_off = (
    shutil.which("unshare") is not None
    and subprocess.run([*CUT_OFF, "true"], capture_output=True, check=False).returncode == 0
)
pytestmark = pytest.mark.skipif(not can_cut_off, reason="needs the right to make a network namespace")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A workspace with every answer written."""
    folder = tmp_path / "exercises" / lab().name
    folder.mkdir(parents=True)
    for path in solutions_folder(lab().name).glob("*.py"):
        shutil.copy(path, folder)
    return tmp_path


def test_there_really_is_no_network_in_there() -> None:
    """The namespace has no interface that is up: a connection fails at once."""
    attempt = "import socket; socket.create_connection(('127.0.0.1', 9), 1)"
    ended = subprocess.run(
        [*CUT_OFF, sys.executable, "-c", attempt], capture_output=True, text=True, check=False
    )
    assert "Network is unreachable" in ended.stderr


@pytest.mark.parametrize("number", ["1", "8", "17"])
def test_it_checks(workspace: Path, number: str) -> None:
    """Splitting, descending and a network are checked as ever."""
    check = [
        *CUT_OFF,
        sys.executable,
        "-m",
        "tutor",
        "check",
        number,
        "--workspace",
        str(workspace),
        "--json",
    ]
    ended = subprocess.run(check, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert '"status": "passed"' in ended.stdout


def test_it_starts_and_draws(workspace: Path) -> None:
    """The screen opens; the learner's own loss curve is drawn."""
    curve = next(q for q in lab().questions if q.kind == "look")
    terminal = Terminal([*CUT_OFF, sys.executable, "-m", "tutor"], (100, 30), workspace)
    try:
        terminal.wait("Welcome")
        terminal.press("enter")
        terminal.wait(lab().questions[0].title[:12])
        terminal.press("/")
        terminal.wait("Search the questions")
        terminal.press(*curve.slug)
        terminal.wait(curve.slug)
        terminal.press("enter")
        terminal.wait(curve.section)
        terminal.press("r")
        terminal.wait("Before the first check")
        terminal.press("esc")
        terminal.wait("explanation is written")
        terminal.press("f")
        terminal.wait(lambda text: any("⠀" < character <= "⣿" for character in text))
        terminal.press("q")
        assert terminal.end() == 0
    finally:
        terminal.close()
