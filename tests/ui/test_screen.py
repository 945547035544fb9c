"""The screen itself: panes, keys, help, palette, sizes, themes, and what it does when things go wrong."""

from __future__ import annotations

import errno
import shutil
import threading
from pathlib import Path
from types import SimpleNamespace

import pytest
from textual.command import CommandPalette

from tests.ui.conftest import FakeChecker, lab_of, settle, shown, text, until
from tutor.session import Session
from tutor.settings import Settings, load
from tutor.ui.app import TutorApp, run
from tutor.ui.keys import APP_KEYS, LAB_KEYS
from tutor.ui.screens.ask import ReadScreen
from tutor.ui.screens.lab import LabScreen
from tutor.ui.screens.predict import PredictScreen
from tutor.ui.screens.search import SearchScreen
from tutor.ui.widgets.page import Page

SIZES = [(80, 24), (100, 30), (140, 45)]


async def test_the_first_start_welcomes_once(session: Session, app: TutorApp) -> None:
    """What this is, three keys, where the files are; never again unless asked for."""
    session.progress.welcomed = False
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ReadScreen)
        page = app.screen.query_one(Page).text
        assert str(session.workspace.exercises) in page.replace("\n", "") and "Three keys" in page
        await pilot.press("enter")
        assert isinstance(app.screen, LabScreen)
        assert session.progress.welcomed


async def test_it_begins_at_the_first_unfinished_question(session: Session, app: TutorApp) -> None:
    """A start goes on where the learner left off."""
    async with app.run_test():
        assert lab_of(app).question is session.first_unfinished()


@pytest.mark.parametrize("size", SIZES)
async def test_every_pane_is_reached_by_key(app: TutorApp, size: tuple[int, int]) -> None:
    """1, 2, 3 and Tab put the keyboard into the panes, and Esc leads back to the statement."""
    async with app.run_test(size=size) as pilot:
        for key, id in (
            ("1", "tree"),
            ("2", "statement"),
            ("3", "page"),
            ("l", "tree"),
            ("escape", "statement"),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert app.focused is not None and app.focused.id == id
            assert app.focused.region.size.area > 0
        for id in ("page", "tree", "statement"):
            await pilot.press("tab")
            await pilot.pause()
            assert app.focused is not None and app.focused.id == id


async def test_narrow_shows_one_pane_and_wide_all(app: TutorApp) -> None:
    """Resizing changes how many panes are seen, not which question or where in it."""
    async with app.run_test(size=(80, 24)) as pilot:
        lab = lab_of(app)
        assert (lab.statement.is_on_screen, lab.work.is_on_screen) == (True, False)
        await pilot.resize_terminal(140, 45)
        await settle(pilot)
        assert lab.statement.is_on_screen and lab.work.is_on_screen and lab.question_tree.is_on_screen
        await pilot.resize_terminal(20, 5)
        await settle(pilot)
        assert lab.statement.size.height >= 2
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert lab.question.slug == "mean" and lab.statement.size.height > 15


async def test_the_tree_shows_what_its_cursor_is_on(app: TutorApp, session: Session) -> None:
    """Moving shows the next statement and records nothing; Enter goes there; parts fold."""
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press("l", "j")
        await pilot.pause()
        assert lab_of(app).question.slug == "median" and not session.progress["median"].opened
        await pilot.press("enter")
        await pilot.pause()
        assert session.question.slug == "median" and session.progress["median"].opened
        await pilot.press("l", "left", "j", "right")
        await pilot.pause()
        assert lab_of(app).question.slug in ("look", "median")
        await pilot.press("g")
        await pilot.pause()
        assert lab_of(app).question.slug in ("mean", "look")


async def test_search_finds_and_goes(app: TutorApp, session: Session) -> None:
    """`/` and a word lead to a question."""
    async with app.run_test() as pilot:
        await pilot.press("slash")
        await pilot.pause()
        assert isinstance(app.screen, SearchScreen)
        await pilot.press(*"look", "enter")
        await pilot.pause()
        assert session.question.slug == "look"


async def test_help_and_palette_list_every_key(app: TutorApp) -> None:
    """`?` names every key with its id; the palette offers every action and question."""
    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        page = app.screen.query_one(Page).text
        for binding in (*LAB_KEYS, *APP_KEYS):
            assert binding.description in page and str(binding.id) in page
        await pilot.press("escape")
        offered = {command.title for command in app.get_system_commands(app.screen)}
        assert {binding.description for binding in (*LAB_KEYS, *APP_KEYS)} <= offered
        assert "02 Question about median" in offered
        await pilot.press("ctrl+p")
        assert isinstance(app.screen, CommandPalette)


async def test_a_check_survives_the_palette(app: TutorApp, session: Session, checker: FakeChecker) -> None:
    """Opening and closing the palette does not cancel a run."""
    import asyncio

    from tests.ui.conftest import passing

    gate = asyncio.Event()
    checker.script["median"] = [gate, *passing("median")]
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("r", "ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, CommandPalette))
        await pilot.press("escape")
        await until(pilot, lambda: not isinstance(app.screen, CommandPalette))
        gate.set()
        await until(pilot, lambda: "Passed" in text(app))
        assert not checker.cancelled


async def test_keys_can_be_changed(session: Session) -> None:
    """A settings file rebinds by id; the bars and the help follow."""
    app = TutorApp(session, Settings(keys={"lab.hint": "f3", "lab.nonsense": "z"}))
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("h")
        assert not session.hints_seen(session.question)
        await pilot.press("f3")
        assert session.hints_seen(session.question)
        assert app.desk.key("lab.hint") == "F3" and "F3" in shown(app)
        assert app.desk.key.unknown == ["lab.nonsense"]


async def test_the_theme_is_remembered(app: TutorApp, session: Session) -> None:
    """`t` goes from dark to light to the terminal's colours, and the next start keeps it."""
    async with app.run_test() as pilot:
        await pilot.press("t")
        assert app.theme == "tutor-light"
        assert load(session.workspace.root).theme == "light"
        await pilot.press("t", "t")
        assert app.theme == "tutor-dark"


async def test_no_color_means_none(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR the filter that takes every colour away is on, and figures know it."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = TutorApp(session, Settings())
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.pause()
        assert app.no_color and app.native_ansi_color and not app.desk.look.colour
        assert "[Read]" in shown(app)


async def test_a_dead_checker_is_our_fault_and_the_next_check_works(
    app: TutorApp, session: Session, checker: FakeChecker
) -> None:
    """A checker that dies is said to be our fault; `r` tries again."""
    checker.dead = True
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("r")
        await until(pilot, lambda: "Our fault, not yours" in text(app))
        checker.dead = False
        await pilot.press("r")
        await until(pilot, lambda: "Passed" in text(app))


async def test_a_deleted_workspace_is_said(app: TutorApp, session: Session) -> None:
    """Every action on a workspace that is gone is a sentence, and the screen goes on."""
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        shutil.rmtree(session.workspace.root)
        for key in ("p", "r", "h", "w", "E", "n", "y", "s", "escape", "x", "y"):
            await pilot.press(key)
            await settle(pilot)
        assert app.is_running
        assert any("saved" in note.message or "written" in note.message for note in app._notifications)


async def test_a_workspace_that_may_only_be_read_is_checked(
    app: TutorApp, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The predictions can be left, the verdict stands there, and below it that it is not kept."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("tutor.journal.open_private", refuse)
    monkeypatch.setattr("tutor.journal.write_atomically", refuse)
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: isinstance(app.screen, PredictScreen))
        await pilot.press("escape")
        await until(pilot, lambda: "is not kept" in text(app))
        verdict = text(app)  # before lines are wrapped: paths differ in length
        assert "The mean is one number." in verdict and "can only be read" in verdict
        assert "free some space" not in verdict


async def test_a_folder_in_place_of_the_file_is_said(app: TutorApp, session: Session) -> None:
    """The editor inside and the reset name the folder instead of failing."""
    path = session.workspace.exercise("median")
    session.open("median")
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        path.unlink()
        path.mkdir()
        await pilot.press("E")
        await pilot.pause()
        assert isinstance(app.screen, LabScreen)
        assert any("no ordinary file" in note.message for note in app._notifications)


async def test_a_broken_question_is_shown_as_broken(session: Session, app: TutorApp) -> None:
    """A question whose file cannot be read says so in its pane; the others work."""
    from tutor.errors import ContentError

    class Broken:
        slug, number, title, section, kind, engine, source = (
            "median",
            2,
            "Two",
            "1.1",
            "code",
            "numpy",
            Path("q.md"),
        )

        @property
        def statement(self) -> str:
            raise ContentError("q.md:3: this is not a hint; write one.")

    parts = session.lab.parts
    object.__setattr__(parts[0], "questions", (parts[0].questions[0], Broken()))
    session._by_slug["median"] = Broken()  # type: ignore[assignment]
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press("l", "j", "enter")
        await pilot.pause()
        assert "q.md:3: this is not a hint" in lab_of(app).statement.text
        await pilot.press("slash", *"two", "enter")
        assert app.is_running


async def test_a_crash_is_a_sentence_and_a_file(session: Session, app: TutorApp) -> None:
    """What nobody caught ends the program with one sentence; the details are in a file."""
    with pytest.raises(ZeroDivisionError):
        async with app.run_test() as pilot:
            lab_of(app).show_bars = lambda: 1 / 0  # type: ignore[method-assign]
            await pilot.press("l")
    assert app.return_code == 2
    assert "ZeroDivisionError" in (session.workspace.state / "crash.txt").read_text()


@pytest.mark.parametrize("size", [(60, 20), *SIZES])
async def test_a_terminal_with_only_ascii_is_given_nothing_else(
    session: Session, size: tuple[int, int]
) -> None:
    """Not even for a title that is cut short."""
    app = TutorApp(session, Settings(ascii=True))
    async with app.run_test(size=size) as pilot:
        for key in ("1", "2", "3"):
            await pilot.press(key)
            await pilot.pause()
            drawn = shown(app).replace("\N{NO-BREAK SPACE}", " ")
            assert drawn.isascii(), [character for character in drawn if not character.isascii()]


async def test_the_title_of_a_part_is_seen_with_its_first_question(app: TutorApp) -> None:
    """In a pane of a few rows too: a question is read below what it belongs to."""
    async with app.run_test(size=(80, 8)) as pilot:
        await pilot.press("1", "G")
        await pilot.pause()
        assert "Part 2 Looking" in shown(app)
        await pilot.press("g")
        await pilot.pause()
        assert "Part 1 Averages" in shown(app)


async def test_a_statement_that_changed_out_of_sight_is_the_new_one(app: TutorApp) -> None:
    """Where one pane is in view at a time, a question chosen in the tree shows its own text, from the top."""
    async with app.run_test(size=(80, 12)) as pilot:
        await pilot.press("G")
        await pilot.pause()
        assert lab_of(app).statement.scroll_offset.y > 0
        await pilot.press("1", "j", "enter")
        await pilot.pause()
        assert "2. Question about median" in shown(app)
        await pilot.press("1", "G", "enter")
        await pilot.pause()
        assert "3. Question about look" in shown(app)


def test_nothing_reads_keys_after_the_end(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that goes away breaks the end of the screen: still no thread reads on for ever."""
    app_driver = SimpleNamespace(exit_event=threading.Event())

    def broken(self: TutorApp, **_: object) -> None:
        self._driver = app_driver  # type: ignore[assignment]
        raise OSError("the terminal is gone")

    monkeypatch.setattr(TutorApp, "run", broken)
    with pytest.raises(OSError, match="gone"):
        run(session, Settings())
    assert app_driver.exit_event.is_set()
