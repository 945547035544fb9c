"""The screen with the real engine under it: child processes, a live curve, a killed checker."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.content.corpus import lab as real_lab
from tests.processes import busy
from tests.ui.conftest import lab_of, shown, text, until
from tutor.checking.client import Checker
from tutor.journal import Journal
from tutor.model import Question
from tutor.places import solutions_folder
from tutor.session import Session
from tutor.settings import Settings
from tutor.ui.app import TutorApp
from tutor.ui.widgets.figures import FigurePane, TrainingCurve
from tutor.workspace import Workspace


def question(wanted: Callable[[Question], bool]) -> Question:
    """The first question of the lab that fits."""
    return next(one for one in real_lab().questions if wanted(one))


FIRST = question(lambda one: one.kind == "code" and one.engine == "numpy")
TRAINING = question(lambda one: one.kind == "code" and "n_epochs" in one.statement)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TutorApp:
    """The app on the real lab, with fresh files."""
    monkeypatch.setenv("PATH", os.defpath)
    workspace = Workspace.create(tmp_path / "w", real_lab())
    session = Session(real_lab(), workspace, Journal(workspace.state), Checker(real_lab()))
    session.welcome()
    return TutorApp(session, Settings())


def begin(app: TutorApp, slug: str) -> Path:
    """Open a question with its predictions skipped; the learner's file."""
    app.desk.session.open(slug)
    app.desk.session.skip_predictions()
    return app.desk.session.workspace.exercise(slug)


def solve(path: Path, change: tuple[str, str] = ("", "")) -> None:
    """Write the reference answer into the learner's file, changed a little."""
    source = (solutions_folder(real_lab().name) / path.name).read_text(encoding="utf-8")
    path.write_text(source.replace(*change) if change[0] else source, encoding="utf-8")


def runs_for_ever(checker: Checker) -> bool:
    """Whether a file that never ends is surely running."""
    stations = [station.process.pid for station in checker.stations.values() if station.process]
    return any(busy(pid) - set(stations) for pid in stations)


async def test_a_save_is_checked_by_the_real_engine(app: TutorApp) -> None:
    """Stub, broken file, right answer: each save changes the verdict by itself."""
    path = begin(app, FIRST.slug)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: "To write" in text(app))
        path.write_text("def broken(:\n")
        await until(pilot, lambda: "Not yet" in text(app))
        assert "line 1" in text(app)
        solve(path)
        await until(pilot, lambda: "Passed" in text(app))
        assert "What this green means" in text(app)


async def test_the_next_check_works_after_the_checker_was_killed(app: TutorApp) -> None:
    """After kill -9 on the checker in the middle of a run the next save is checked as ever."""
    path = begin(app, FIRST.slug)
    path.write_text("while True:\n    pass\n")
    checker = app.desk.session.checker
    assert isinstance(checker, Checker)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: runs_for_ever(checker))
        for station in checker.stations.values():
            if station.process is not None and station.alive:
                os.kill(station.process.pid, signal.SIGKILL)
                await until(pilot, lambda process=station.process: process.returncode is not None)
        solve(path)
        await until(pilot, lambda: "Passed" in text(app))


async def test_an_endless_file_can_be_cancelled(app: TutorApp) -> None:
    """`c` ends a run at once, and the next check is not held up by it."""
    path = begin(app, FIRST.slug)
    path.write_text("while True:\n    pass\n")
    checker = app.desk.session.checker
    assert isinstance(checker, Checker)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: runs_for_ever(checker))
        await pilot.press("c")
        await until(pilot, lambda: "cancelled" in text(app))
        solve(path)
        await until(pilot, lambda: "Passed" in text(app))


async def test_a_training_is_drawn_while_it_runs(app: TutorApp) -> None:
    """The learner's own training shows its curve and how far it is; afterwards the figures are there."""
    path = begin(app, TRAINING.slug)
    solve(path)
    seen: set[str] = set()
    async with app.run_test(size=(100, 30)) as pilot:

        def finished() -> bool:
            for curve in app.screen.query(TrainingCurve):
                seen.add("curve" if curve.display and any("⠀" < c <= "⣿" for c in curve.text) else "")
            seen.add("progress" if "cancels" in shown(app) else "")
            run = lab_of(app).run
            return run is not None and run.finished

        await pilot.press("r")
        await until(pilot, finished)
        assert "Passed" in text(app) and {"curve", "progress"} <= seen
        await pilot.press("f")
        await until(pilot, lambda: app.screen.query(FigurePane))
        drawn = app.screen.query_one(FigurePane).text
        assert any("⠀" < character <= "⣿" for character in drawn)


async def test_a_folder_where_the_file_was(app: TutorApp) -> None:
    """A file replaced by a folder is told in the verdict; removing it brings everything back."""
    path = begin(app, FIRST.slug)
    async with app.run_test(size=(80, 24)) as pilot:
        path.unlink()
        path.mkdir()
        await until(pilot, lambda: "folder" in text(app).lower())
        shutil.rmtree(path)
        solve(path)
        await until(pilot, lambda: "Passed" in text(app))


async def test_the_screen_process_never_loads_numerics(tmp_path: Path) -> None:
    """A start, a check and a figure leave the screen's process without numpy, torch and the checks."""
    program = (
        "import asyncio, sys\n"
        "from tutor.ui.app import TutorApp\n"
        "import tutor.ui.screens.edit, tutor.ui.screens.solution, tutor.ui.widgets.figures\n"
        "heavy = {'numpy', 'scipy', 'sklearn', 'torch', 'plotext', 'tutor.checking.author'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()
    assert out.decode().strip() == "[]"
