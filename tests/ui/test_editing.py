"""Writing the answer: the learner's own editor, one with a window, and the editor inside."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.app import App

from tests.ui.conftest import FakeChecker, failing, lab_of, looked, passing, text, until
from tests.waiting import until as until_now
from tutor.session import Session
from tutor.ui import editor
from tutor.ui.app import TutorApp
from tutor.ui.screens.ask import ConfirmScreen
from tutor.ui.screens.edit import EditScreen
from tutor.ui.screens.lab import LabScreen
from tutor.ui.widgets.page import Page


def program(tmp_path: Path, body: str) -> str:
    """An editor that is a small Python program; its file is `path`."""
    script = tmp_path / "editor.py"
    script.write_text(f"import sys\npath = sys.argv[-1]\n{body}\n")
    return f"{sys.executable} {script}"


@pytest.fixture
def suspended(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Lets the app be suspended in a test, where there is no terminal, and notes each time."""
    times: list[str] = []

    @contextmanager
    def suspend(self: App[None]) -> Iterator[None]:
        times.append("out")
        yield
        times.append("back")

    monkeypatch.setattr(App, "suspend", suspend)
    return times


async def test_e_opens_the_editor_and_checks_afterwards(
    app: TutorApp,
    session: Session,
    checker: FakeChecker,
    tmp_path: Path,
    suspended: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The screen steps aside for `$EDITOR`, comes back, and checks what was written, once."""
    monkeypatch.setenv("EDITOR", program(tmp_path, "open(path, 'w').write('edited')"))
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("e")
        await until(pilot, lambda: "Passed" in text(app))
        await looked(pilot)
        assert suspended == ["out", "back"]
        assert checker.started == ["median"]
    assert session.workspace.exercise("median").read_text() == "edited"


async def test_editing_cancels_the_running_check(
    app: TutorApp,
    session: Session,
    checker: FakeChecker,
    tmp_path: Path,
    suspended: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A run does not go on behind the editor's back."""
    monkeypatch.setenv("VISUAL", program(tmp_path, ""))
    checker.script["median"] = [asyncio.Event()]
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("r")
        await until(pilot, lambda: checker.started)
        checker.script["median"] = passing("median")
        await pilot.press("e")
        await until(pilot, lambda: "Passed" in text(app))
        assert checker.cancelled == ["median"] and len(checker.started) == 2


async def test_a_missing_editor_is_said(
    app: TutorApp, session: Session, suspended: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An `$EDITOR` that is not there leads to a sentence, not to a lost screen."""
    monkeypatch.setenv("EDITOR", "/nowhere/editor")
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert any("could not be started" in note.message for note in app._notifications)
        assert isinstance(app.screen, LabScreen)


async def test_without_any_editor_the_one_inside_opens(app: TutorApp, session: Session) -> None:
    """Lab machines without an editor still have one."""
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, EditScreen)


async def test_where_nothing_can_be_suspended_the_one_inside_opens(
    app: TutorApp, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a browser there is no terminal to hand over."""
    monkeypatch.setenv("EDITOR", "vi")
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, EditScreen)


async def test_the_editor_inside_saves_checks_and_marks_the_line(
    app: TutorApp, session: Session, checker: FakeChecker
) -> None:
    """ctrl+s writes the file and checks it; the failing line is marked and the verdict stands below."""
    checker.script["median"] = failing("median")
    session.open("median")
    path = session.workspace.exercise("median")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("E")
        await pilot.pause()
        assert isinstance(app.screen, EditScreen)
        area = app.screen.area
        assert area.cursor_location[0] == 1
        await pilot.press("end", "enter", *"x = 1", "ctrl+s")
        await until(pilot, lambda: area.marked_line == 2)
        assert "x = 1" in path.read_text()
        assert "3 times the mean" in app.screen.query_one("#edit-verdict", Page).text
        await looked(pilot)
        assert checker.started == ["median"]
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z", "escape")
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("y")
        await pilot.pause()
        assert isinstance(app.screen, LabScreen)


async def test_letters_are_text_in_the_editor(app: TutorApp, session: Session) -> None:
    """q, n and the others do not act while they are being typed."""
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("E")
        await pilot.pause()
        await pilot.press(*"qnrxh?")
        assert isinstance(app.screen, EditScreen) and "qnrxh?" in app.screen.area.text


async def test_what_another_editor_wrote_is_not_lost(app: TutorApp, session: Session) -> None:
    """Saving over a file that changed elsewhere asks first, and keeps the other version."""
    session.open("median")
    path = session.workspace.exercise("median")
    async with app.run_test() as pilot:
        await pilot.press("E")
        await pilot.pause()
        path.write_text("from elsewhere")
        await pilot.press("z", "ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, ConfirmScreen) and path.read_text() == "from elsewhere"
        await pilot.press("y")
        await until(pilot, lambda: "z" in path.read_text())
    kept = [version.read_text() for version in session.journal.versions.iterdir()]
    assert "from elsewhere" in kept


async def test_encodings_are_kept(app: TutorApp, session: Session) -> None:
    """A file that declares latin-1 is saved as latin-1; one that is no text is refused in words."""
    path = session.workspace.exercise("median")
    path.write_bytes("# -*- coding: latin-1 -*-\n# é\n".encode("latin-1"))
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("E")
        await pilot.pause()
        await pilot.press("z", "ctrl+s")
        await until(pilot, lambda: b"z" in path.read_bytes())
        assert "é".encode("latin-1") in path.read_bytes()
        await pilot.press("escape")
        path.write_bytes(b"\xff\xfe\x00")
        await looked(pilot)
        await pilot.press("E")
        await pilot.pause()
        assert isinstance(app.screen, LabScreen) and lab_of(app)
        assert any("not text" in note.message for note in app._notifications)


@pytest.mark.parametrize(
    ("chosen", "environment", "expected"),
    [
        ("code -g", {"VISUAL": "vim"}, ["code", "-g"]),
        ("", {"VISUAL": "vim -p", "EDITOR": "nano"}, ["vim", "-p"]),
        ("", {"EDITOR": "'/opt/my editor/e' -x"}, ["/opt/my editor/e", "-x"]),
        ("", {"EDITOR": "it's broken"}, ["it's", "broken"]),
        ("", {}, []),
    ],
)
def test_the_editor_is_chosen_in_order(chosen: str, environment: dict[str, str], expected: list[str]) -> None:
    """The choice made here wins, then `$VISUAL`, then `$EDITOR`."""
    assert editor.command(chosen, environment) == expected


def test_editors_with_a_window_leave_the_terminal_alone(tmp_path: Path) -> None:
    """VS Code and the like are started beside the tutor; a program that is missing is said."""
    assert editor.has_window(["/usr/bin/code", "-w"]) and not editor.has_window(["vim"])
    mark = tmp_path / "mark"
    assert editor.open_in_window([sys.executable, "-c", "import sys; open(sys.argv[1], 'w')"], mark) == ""
    assert until_now(mark.exists)
    assert "could not be started" in editor.open_in_window(["/nowhere/code"], mark)


async def test_unsaved_text_survives_the_end_of_the_program(app: TutorApp, session: Session) -> None:
    """ctrl+q asks when something is not saved; if the program ends all the same, a draft is kept."""
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("E")
        await pilot.pause()
        await pilot.press("z", "ctrl+q")
        await pilot.pause()
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("y")
    assert "z" in app.desk.drafts.get("median.py")
    again = TutorApp(session, app.desk.settings)
    async with again.run_test() as pilot:
        await pilot.press("E")
        await pilot.pause()
        assert any("before you saved" in note.message for note in again._notifications)
        await pilot.press("escape")
    assert not again.desk.drafts.get("median.py")
