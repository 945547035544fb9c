"""What was painted piece by piece is what a painting of everything shows."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.screen import question_at, workspace
from tests.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]
LEFT, RIGHT = "\x1b[D", "\x1b[C"
MOVES = ["1jjjkj", "Ggjjj", [LEFT, RIGHT, "j"], "2jjG", "13ohv"]
"""Through the tree, folding and unfolding, scrolling the statement, and through the sections of the work."""


@pytest.fixture(params=[(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
def terminal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terminal]:
    """The real program on a workspace in the middle of the lab."""
    workspace(tmp_path / "work", question_at("q06"))
    environment = {"PYTHONPATH": os.pathsep.join([str(ROOT)]), "XDG_CONFIG_HOME": str(tmp_path)}
    running = Terminal([sys.executable, "-m", "tutor"], request.param, tmp_path / "work", environment)
    running.wait("quit")
    yield running
    running.close()


def test_no_piece_is_forgotten(terminal: Terminal) -> None:
    """After every few keys the screen is the same as after a change of size and back, which paints anew."""
    columns, rows = terminal.screen.columns, terminal.screen.lines
    for keys in MOVES:
        for key in keys:
            terminal.press(key)
            terminal.pump(0.1)
        terminal.pump(0.4)
        piecewise = terminal.text
        terminal.resize(columns - 1, rows)
        terminal.resize(columns, rows)
        terminal.pump(0.3)
        assert terminal.text == piecewise
