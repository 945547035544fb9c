"""How the screen looks in the states a learner meets, at the three sizes, in every theme."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from tests.ui.conftest import FakeChecker, failing, lab_of, passing, settle, until
from tests.ui.test_figures import FIGURES
from tutor.model import Progress
from tutor.session import Session
from tutor.settings import Settings
from tutor.ui.app import TutorApp

NARROW, MEDIUM, WIDE = (80, 24), (100, 30), (140, 45)
Steps = Callable[[Pilot[None]], Awaitable[None]]


@pytest.fixture
def compare(snap_compare: Any, monkeypatch: pytest.MonkeyPatch) -> Callable[..., bool]:
    """Compares the screen after some keys; cursors do not blink, so that every run looks the same."""

    async def still(pilot: Pilot[None]) -> None:
        await settle(pilot)
        for field in pilot.app.screen.query("Input, TextArea"):
            if isinstance(field, Input | TextArea):
                field.cursor_blink = False
        pilot.app.clear_notifications()
        await settle(pilot)

    def run(app: TutorApp, size: tuple[int, int], *steps: str | Steps) -> bool:
        async def before(pilot: Pilot[None]) -> None:
            for step in steps:
                await (pilot.press(step) if isinstance(step, str) else step(pilot))
                await settle(pilot)
            await still(pilot)

        return bool(snap_compare(app, run_before=before, terminal_size=size))

    return run


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the run is over."""
    app = pilot.app
    assert isinstance(app, TutorApp)
    await until(pilot, lambda: (run := lab_of(app).run) and not run.running)


def written(session: Session, slug: str = "median") -> None:
    """Go to a question without predictions."""
    session.open(slug)


def test_statement_narrow_dark(compare: Callable[..., bool], app: TutorApp) -> None:
    """A fresh question: the statement with its formula, the stages, the keys."""
    assert compare(app, NARROW)


def test_list_narrow_dark(compare: Callable[..., bool], app: TutorApp, session: Session) -> None:
    """The tree of questions as the one pane."""
    written(session)
    assert compare(app, NARROW, "l")


def test_first_failure_narrow_dark(
    compare: Callable[..., bool], app: TutorApp, session: Session, checker: FakeChecker
) -> None:
    """The first failure opened, the others quiet, the report's path."""
    checker.script["median"] = failing("median")
    written(session)
    assert compare(app, NARROW, "r", settled)


def test_passed_with_a_surprise_medium_dark(
    compare: Callable[..., bool], app: TutorApp, session: Session
) -> None:
    """A pass, what it means, and the surprise that waits."""
    session.open("mean")
    session.predict("value", "4.5", "sure")
    session.skip_predictions()
    assert compare(app, MEDIUM, "r", settled)


def test_predictions_after_a_pass_wide_dark(
    compare: Callable[..., bool], app: TutorApp, session: Session
) -> None:
    """All three panes; the actual values beside the predictions, and one why."""
    session.open("mean")
    session.predict("shape", "(3,)", "guess")
    session.predict("value", "4.5", "sure")
    session.skip_predictions()
    assert compare(app, WIDE, "r", settled, "p")


def test_curves_to_choose_from_narrow_dark(
    compare: Callable[..., bool], app: TutorApp, session: Session
) -> None:
    """A curve is predicted from small drawings."""
    session.open("mean")
    session.predict("shape", "(3,)", "guess")
    session.predict("value", "3", "sure")
    assert compare(app, NARROW, "p")


def test_hints_narrow_light(compare: Callable[..., bool], session: Session) -> None:
    """Two rungs, the first still to be read."""
    written(session)
    assert compare(TutorApp(session, Settings(theme="light")), NARROW, "h", "h")


def test_model_answer_with_ticks_medium_dark(
    compare: Callable[..., bool], app: TutorApp, session: Session
) -> None:
    """The learner's words, the model answer, the points to tick."""
    written(session)
    session.explain("It is an average.")
    session.tick([True, False])
    assert compare(app, MEDIUM, "w")


def test_figures_wide_light(compare: Callable[..., bool], session: Session, checker: FakeChecker) -> None:
    """Curves, a picture, a heat table and a table."""
    checker.script["median"] = [*passing("median"), *FIGURES]
    written(session)
    assert compare(TutorApp(session, Settings(theme="light")), WIDE, "r", settled, "f")


def test_figures_without_colour_medium(
    compare: Callable[..., bool], session: Session, checker: FakeChecker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same where NO_COLOR is set: letters and inks in place of colours."""
    checker.script["median"] = [*passing("median"), *FIGURES]
    written(session)
    monkeypatch.setenv("NO_COLOR", "1")
    assert compare(TutorApp(session, Settings()), MEDIUM, "r", settled, "f")


def test_training_medium_dark(
    compare: Callable[..., bool], app: TutorApp, session: Session, checker: FakeChecker
) -> None:
    """The live curve under the checks so far."""
    points = tuple((float(k), 1.0 / (k + 1)) for k in range(60))
    checker.script["median"] = [
        *passing("median")[:2],
        Progress("iteration", 61, 200, points),
        asyncio.Event(),
    ]
    written(session)

    async def drawn(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: app.screen.query("TrainingCurve"))
        run = lab_of(app).run
        assert run is not None
        run.clock = lambda: 0.0
        await settle(pilot)

    assert compare(app, MEDIUM, "r", drawn)


def test_our_fault_narrow_dark(
    compare: Callable[..., bool], app: TutorApp, session: Session, checker: FakeChecker
) -> None:
    """A checker that died is our fault, and what to press next."""
    checker.dead = True
    written(session)
    assert compare(app, NARROW, "r", settled)


def test_giving_up_is_asked_narrow_terminal_colours(compare: Callable[..., bool], session: Session) -> None:
    """The question before a solution is shown, in the terminal's own colours."""
    written(session)
    assert compare(TutorApp(session, Settings(theme="terminal")), NARROW, "s")


def test_only_ascii_medium(compare: Callable[..., bool], session: Session, checker: FakeChecker) -> None:
    """Signs and borders that every terminal has."""
    checker.script["median"] = failing("median")
    written(session)
    assert compare(TutorApp(session, Settings(ascii=True)), MEDIUM, "r", settled)


def test_editor_inside_narrow_dark(
    compare: Callable[..., bool], app: TutorApp, session: Session, checker: FakeChecker
) -> None:
    """The file with its failing line marked, the verdict below."""
    checker.script["median"] = failing("median")
    written(session)
    assert compare(app, NARROW, "r", settled, "E")


def test_summary_medium_dark(
    compare: Callable[..., bool], app: TutorApp, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How the lab went and what to look at again."""
    from tutor.ui.screens import summary

    whole = summary.summarize
    monkeypatch.setattr(summary, "summarize", lambda session: replace(whole(session), seconds=4000.0))
    written(session)

    async def sum_up(pilot: Pilot[None]) -> None:
        lab_of(app).show_summary()
        await settle(pilot)

    assert compare(app, MEDIUM, "r", settled, sum_up)


def test_tiny_dark(compare: Callable[..., bool], app: TutorApp) -> None:
    """Twenty by five is still a screen."""
    assert compare(app, (20, 5), "2")
