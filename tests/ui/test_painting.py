"""What was painted piece by piece is what a painting of everything shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyte
import pytest
from textual.drivers.headless_driver import HeadlessDriver

from tests.benchmarks.screen import question_at, workspace
from tests.content.corpus import lab
from tests.terminal import UNKNOWN_TO_PYTE
from tests.ui.conftest import FakeChecker, settle
from tutor.journal import Journal
from tutor.session import Session
from tutor.settings import Settings
from tutor.ui.app import TutorApp
from tutor.workspace import Workspace

MOVES = [
    [*"ljjjkj"],
    [*"Ggjjj"],
    ["left", "right", "j"],
    [*"2jjG"],
    [*"lgjjjjjjjjjjjj", "enter", *"ohv"],
]
"""Through the tree, folding and unfolding, scrolling the statement, and through the sections of the work."""


class Paints(HeadlessDriver):
    """Sends what a terminal would be sent to an emulator."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.emulated = pyte.Screen(*self._get_terminal_size())
        self._stream = pyte.ByteStream(self.emulated)

    @property
    def is_headless(self) -> bool:
        """No: something is to be painted."""
        return False

    def write(self, data: str) -> None:
        """Paint."""
        self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", data.encode()))

    def flush(self) -> None:
        """Nothing is held back."""

    @property
    def picture(self) -> list[str]:
        """The rows as they are seen."""
        return list(self.emulated.display)


@pytest.fixture(params=[(80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    """Columns and rows."""
    return request.param


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TutorApp]:
    """The app in the middle of the real lab, painting; nothing moves by itself."""
    workspace(tmp_path / "work", question_at("q06"))
    made = Workspace(tmp_path / "work", lab().name)
    app = TutorApp(Session(lab(), made, Journal(made.state), FakeChecker()), Settings(motion="reduced"))
    monkeypatch.setattr("textual.drivers.headless_driver.HeadlessDriver", Paints)
    yield app


async def test_no_piece_is_forgotten(app: TutorApp, size: tuple[int, int]) -> None:
    """After every few keys the screen is the same as after a change of size and back, which paints anew."""
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        driver = app._driver
        assert isinstance(driver, Paints)
        for keys in MOVES:
            for key in keys:
                await pilot.press(key)
                await settle(pilot)
            piecewise = driver.picture
            assert any(row.strip() for row in piecewise)
            driver.emulated.reset()
            await pilot.resize_terminal(size[0] - 1, size[1])
            await settle(pilot)
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert driver.picture == piecewise
