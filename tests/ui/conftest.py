"""A small lab, a checker that says what a test tells it to, and the app on both."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncGenerator, Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import textual.app
import textual.pilot
from textual._wait import wait_for_idle
from textual.app import App
from textual.pilot import Pilot

from tests.waiting import until_async
from tutor.errors import CheckerError
from tutor.journal import Journal
from tutor.model import (
    Actual,
    Explanation,
    HintLadder,
    Lab,
    Option,
    Output,
    Part,
    Prediction,
    Question,
    Report,
    Result,
    Status,
)
from tutor.session import Session
from tutor.settings import Settings
from tutor.ui.app import TutorApp
from tutor.ui.screens.lab import LabScreen
from tutor.workspace import Workspace

AT_REST = 3
"""Equal pictures in a row that are taken for rest."""
TURNS = 50
"""Turns of the event loop: more than messages ever lead to one another."""
LOOKS_TO_NOTICE = 2
"""A save is seen at one look, and believed at the next."""

STATEMENT = """The *mean* of $n$ numbers is

$$\\bar{x} = \\frac{1}{n} \\sum_{i=1}^{n} x_i$$

Write `mean(x)`. It takes a list [not markup] and returns one number.

- an empty list has no mean
- use `sum`, or a loop
"""
PREDICTIONS = (
    Prediction("shape", "shape", "What is the shape of `x`?"),
    Prediction(
        "value", "number", "What is the mean of 1, 2, 6?", tolerance=0.01, why="Where does the 3 come from?"
    ),
    Prediction(
        "curve",
        "curve",
        "Which shape has the loss?",
        (
            Option("falling", "steep, then flat", (1.0, 0.5, 0.3, 0.25)),
            Option("line", "a line down", (1.0, 0.0)),
        ),
    ),
)


def question(
    number: int, slug: str, kind: str = "code", predictions: tuple[Prediction, ...] = ()
) -> Question:
    """One question of the small lab."""
    return Question(
        slug=slug,
        number=number,
        title=f"Question about {slug}",
        section="1.1 Averages",
        kind=kind,
        engine="numpy",
        statement=STATEMENT,
        predictions=predictions,
        ladders=(HintLadder("", ("First rung. Another way: draw it.", "Second rung. Another way: count.")),),
        explanation=Explanation(
            "Why divide by n?", "Because it is an average.", ("it is an average", "it has n terms")
        ),
        alternatives="`statistics.mean` does it too.",
        source=Path("q.md"),
    )


@pytest.fixture
def lab(tmp_path: Path) -> Lab:
    """Three questions in two parts: one to predict and write, one to write, one to look at."""
    first = question(1, "mean", predictions=PREDICTIONS)
    parts = (
        Part("Part 1 Averages", (first, question(2, "median"))),
        Part("Part 2 Looking", (question(3, "look", "look"),)),
    )
    return Lab("small", "A small lab", "Predict first.", parts, tmp_path)


class FakeChecker:
    """Sends the messages that were scripted for a question, pausing at each `asyncio.Event` among them."""

    def __init__(self) -> None:
        self.script: dict[str, list[Any]] = {}
        self.started: list[str] = []
        self.cancelled: list[str] = []
        self.dead = False

    async def check(self, question: Question, path: Path, workspace: Path, **_: Any) -> AsyncGenerator[Any]:
        """Play the script of a question; the report gets the file's true name and hash."""
        self.started.append(question.slug)
        if self.dead:
            raise CheckerError("The checker stopped: our fault, not yours; check again, it starts afresh.")
        try:
            for step in self.script.get(question.slug, passing(question.slug)):
                if isinstance(step, asyncio.Event):
                    await step.wait()
                else:
                    yield self._signed(step, path)
        except (asyncio.CancelledError, GeneratorExit):
            self.cancelled.append(question.slug)
            raise

    async def close(self) -> None:
        """Nothing to end."""

    def _signed(self, message: Any, path: Path) -> Any:
        if not isinstance(message, Report):
            return message
        sha = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        return replace(message, path=str(path), sha256=sha)


def report(slug: str, status: Status, results: tuple[Result, ...], **more: Any) -> Report:
    """A report as the checker sends it."""
    made = Report("small", slug, status, None, (), results, "", "", 7, 0.04, "n from 3 to 40.")
    return replace(made, **more)


def passing(slug: str) -> list[Any]:
    """A run in which everything passes, with prints and actual values."""
    results = (
        Result("kind", "The mean is one number.", Status.PASSED),
        Result("value", "The mean is the sum over the count.", Status.PASSED),
    )
    actuals = [Actual("shape", (3,), True), Actual("value", 3.0, True), Actual("curve", "falling", False)]
    return [*results, Output("hello [red]not markup[/red]\n"), report(slug, Status.PASSED, results), *actuals]


def failing(slug: str) -> list[Any]:
    """A run in which the second of three checks fails."""
    results = (
        Result("kind", "The mean is one number.", Status.PASSED),
        Result(
            "value",
            "The mean is the sum over the count.",
            Status.FAILED,
            "mean([1, 2, 6]) gave 9.0, which is 3 times the mean.",
            "the division by the count",
            2,
        ),
        Result("empty", "An empty list is refused.", Status.SKIPPED),
    )
    return [*results, Output("one\n"), report(slug, Status.FAILED, results, misconception="summed")]


@pytest.fixture
def checker() -> FakeChecker:
    """The checker of the app under test."""
    return FakeChecker()


@pytest.fixture
def workspace(tmp_path: Path, lab: Lab) -> Workspace:
    """A workspace with a stub per question."""
    made = Workspace(tmp_path / "w", lab.name)
    made.exercises.mkdir(parents=True)
    for one in lab.questions:
        made.exercise(one.slug).write_text(f"def {one.slug}(x):\n    raise NotImplementedError\n")
    return made


@pytest.fixture
def session(lab: Lab, workspace: Workspace, checker: FakeChecker) -> Session:
    """A session that was welcomed before."""
    made = Session(lab, workspace, Journal(workspace.state), checker)
    made.welcome()
    return made


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A known environment: colours, no ssh, no editor, settings of the test's own."""
    for name in ("NO_COLOR", "SSH_CONNECTION", "VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("PATH", "")
    yield


@pytest.fixture(autouse=True)
def _at_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a key the messages it led to are handled, however little processor there is.

    Textual takes a process that used none for a while for one that has nothing to do.
    """

    async def rest(*limits: float) -> None:
        await wait_for_idle(*limits)
        for _ in range(TURNS):
            await asyncio.sleep(0)

    for module in (textual.app, textual.pilot):
        monkeypatch.setattr(module, "wait_for_idle", rest)


@pytest.fixture
def app(session: Session, tmp_path: Path) -> TutorApp:
    """The app, with settings that are written into the test's folder."""
    return TutorApp(session, Settings(files=(tmp_path / "config/lab-tutor/settings.toml",)))


async def until(pilot: Pilot[Any], condition: Callable[[], object]) -> None:
    """Wait for something to become true on the screen."""
    assert await until_async(condition), f"not reached; the screen shows:\n{shown(pilot.app)}"
    await pilot.pause()


async def settle(pilot: Pilot[Any]) -> None:
    """Let the screen come to rest: no message waits, and the picture stays the same."""
    pictures: list[object] = []
    for _ in range(1000):
        await pilot.pause()
        pictures.append((shown(pilot.app), pilot.app.focused, pilot.app.screen))
        if len(pictures) > AT_REST and len(set(pictures[-AT_REST:])) == 1:
            return
    raise AssertionError(f"it goes on changing:\n{shown(pilot.app)}")


async def looked(pilot: Pilot[Any]) -> None:
    """Let the watcher look at the files as often as it needs to notice a save, then come to rest."""
    watch = lab_of(pilot.app).watch_files
    enough = watch.looks + 2 * LOOKS_TO_NOTICE
    await until(pilot, lambda: watch.looks >= enough)
    await settle(pilot)


def lab_of(app: App[Any]) -> LabScreen:
    """The lab's screen, whatever is open over it."""
    return next(screen for screen in app.screen_stack if isinstance(screen, LabScreen))


def text(app: TutorApp) -> str:
    """What the work pane's page says."""
    return lab_of(app).work.page.text


def shown(app: App[Any]) -> str:
    """Every row of the screen as it is drawn."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())
