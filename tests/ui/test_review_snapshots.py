"""How the review and the progress page look."""

from __future__ import annotations

from typing import Any

from textual.pilot import Pilot

from tests.ui.conftest import until
from tests.ui.test_review import missed
from tutor.session import Session
from tutor.ui.app import TutorApp
from tutor.ui.screens.base import TutorScreen


def test_a_turned_card(snap_compare: Any, app: TutorApp, session: Session) -> None:
    """Question, verdict, actual value, earlier words, grades with their intervals."""

    async def turn(pilot: Pilot[None]) -> None:
        await missed(session)
        await pilot.press("R")
        await until(pilot, lambda: app.screen.query("#answer"))
        await pilot.press("4", "enter")
        await pilot.pause()

    assert snap_compare(app, run_before=turn, terminal_size=(90, 24))


def test_the_progress_page(snap_compare: Any, app: TutorApp, session: Session) -> None:
    """Calibration as bars with a mark, and words."""

    async def show(pilot: Pilot[None]) -> None:
        await missed(session)
        await app.push_screen(TutorScreen())  # so that nothing of the lab shines through
        await pilot.press("P")
        await pilot.pause()

    assert snap_compare(app, run_before=show, terminal_size=(90, 36))
