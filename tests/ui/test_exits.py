"""What comes from outside is drawn harmlessly: names, results, printed text, files, notifications."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.harmless import BROKEN, NASTY, harmless
from tests.ui.conftest import FakeChecker, failing, settle, shown, text, until
from tutor.journal import Journal
from tutor.model import Lab, Output, Report, Result
from tutor.session import Session
from tutor.settings import Settings
from tutor.ui.app import TutorApp
from tutor.ui.screens.edit import EditScreen
from tutor.workspace import Workspace

FOLDER = NASTY.replace("\x00", "")
LINE = "".join(NASTY.splitlines())
"""Without line ends, of which the editor inside would make newlines."""


def spoilt(message: object) -> object:
    """The same message with something nasty in each sentence."""
    if isinstance(message, Result):
        return replace(message, rationale=message.rationale + BROKEN, help=message.help + BROKEN)
    if isinstance(message, Report):
        return replace(message, results=tuple(map(spoilt, message.results)), remarks=(BROKEN,))
    return replace(message, text=BROKEN) if isinstance(message, Output) else message


@pytest.fixture
def app(lab: Lab, tmp_path: Path, checker: FakeChecker) -> TutorApp:
    """The app in a folder with a nasty name, on a file with a nasty text."""
    workspace = Workspace(tmp_path / FOLDER, lab.name)
    workspace.exercises.mkdir(parents=True)
    for question in lab.questions:
        workspace.exercise(question.slug).write_text(f"x = 1  # {LINE}\n", encoding="utf-8")
    session = Session(lab, workspace, Journal(workspace.state), checker)
    session.welcome()
    return TutorApp(session, Settings(files=(tmp_path / "settings.toml",)))


async def test_the_lab(app: TutorApp, checker: FakeChecker) -> None:
    """A failure that quotes it, a notification, and the path of the file."""
    slug = app.desk.session.open("median").slug
    checker.script[slug] = [spoilt(message) for message in failing(slug)]
    async with app.run_test(size=(120, 60)) as pilot:
        await settle(pilot)
        assert harmless(shown(app))
        await pilot.press("r")
        await until(pilot, lambda: "3 times the mean" in text(app))
        app.notify(NASTY, markup=False)
        await settle(pilot)
        assert harmless(shown(app))


async def test_the_editor(app: TutorApp) -> None:
    """Each character that cannot be printed is one sign; the text itself stays as it is."""
    app.desk.session.open("median")
    before = app.desk.session.workspace.read("median")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, EditScreen))
        await settle(pilot)
        assert harmless(shown(app))
        await pilot.press("ctrl+s")
        await settle(pilot)
    assert app.desk.session.workspace.read("median") == before


@pytest.mark.parametrize("end", ["\u2028", "\x0c", "\x85"])
async def test_the_editor_changes_no_line_ends(app: TutorApp, end: str) -> None:
    """A file whose text it could not save as it was is not opened, and stays."""
    path = app.desk.session.workspace.exercise("median")
    path.write_text(f'x = "a{end}b"\n', encoding="utf-8")
    app.desk.session.open("median")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("e")
        await until(pilot, lambda: any("unusual line ends" in told.message for told in app._notifications))
        assert not isinstance(app.screen, EditScreen)
