"""The review and the progress page, key by key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input, Static

from tests.ui.conftest import FakeChecker, failing, passing, until
from tutor.model import Fresh, Lab, Option, Question
from tutor.session import Session
from tutor.ui.app import TutorApp
from tutor.ui.screens.lab import LabScreen
from tutor.ui.screens.progress import ProgressScreen
from tutor.ui.screens.review import ReviewScreen
from tutor.ui.widgets.bars import KeyBar, StageBar
from tutor.ui.widgets.choices import Choices
from tutor.ui.widgets.page import Page


async def missed(session: Session, *, sure: bool = True) -> None:
    """The learner foresaw something else: the mean and the curve of the first question."""
    session.open("mean")
    session.predict("shape", "(3,)", "guess")
    session.predict("value", "4.5", "sure" if sure else "guess")
    session.predict("curve", "line", "think so")
    async for _ in session.check():
        pass


class DrawingChecker(FakeChecker):
    """Draws prompts, too."""

    async def fresh(self, question: Question, sort: str, name: str, seed: int, **_: Any) -> Fresh:
        """A choice about the question."""
        options = (Option("sum", "it was *summed*"), Option("sign", "the sign"))
        return Fresh(
            "Which [mistake] makes $3x$ of $x$?", "choice", "sum", options, because="Count the terms."
        )


@pytest.fixture
def checker() -> FakeChecker:
    """A checker that draws."""
    return DrawingChecker()


def page(app: TutorApp) -> str:
    """What the card says."""
    return app.screen.query_one("#card", Page).text


def keys(app: TutorApp) -> str:
    """What the row at the foot says."""
    return str(app.screen.query_one(KeyBar).render())


async def test_a_typed_answer_from_question_to_grade(app: TutorApp, session: Session) -> None:
    """Question, answer, actual value beside the earlier words, grades with their intervals, the next card."""
    await missed(session)
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.press("R")
        await until(pilot, lambda: "What is the mean" in page(app))
        assert "you were sure, and surprised" in page(app)
        await pilot.press(*"nine", "enter")
        assert "not a number" in page(app)
        await pilot.press("ctrl+u", *"4", "enter")
        assert "✘ You said: 4" in page(app)
        assert "It is: 3" in page(app)
        assert "today, you predicted (sure):" in page(app)
        assert "1 Again 10 min   2 Hard 15 min   3 Good 2 days   4 Easy 8 days" in keys(app)
        await pilot.press("2")
        await until(pilot, lambda: not app.screen.review.prompt)
        assert "1 card reviewed." in page(app)
        graded = [event.data for event in session.journal.events if event.kind == "reviewed"]
        assert [(one["card"], one["grade"], one["right"]) for one in graded] == [("mean/ask/value", 2, False)]
        await pilot.press("escape")
        assert isinstance(app.screen, LabScreen)


async def test_space_shows_the_answer_unless_one_types(app: TutorApp, session: Session) -> None:
    """A space within an answer is a space."""
    await missed(session)
    async with app.run_test() as pilot:
        await pilot.press("R")
        await until(pilot, lambda: app.screen.query(Input))
        await pilot.press(*"ln", "space", "2")
        assert app.screen.query_one(Input).value == "ln 2"
        await pilot.press("ctrl+u", "space")
        await until(pilot, lambda: "It is: 3" in page(app))
        await pilot.press("enter")
        await until(pilot, lambda: not app.screen.review.prompt)
        assert session.journal.events[-1].data["grade"] == 1


async def test_grades_wait_for_the_other_side(app: TutorApp, session: Session) -> None:
    """A digit typed before is part of the answer."""
    await missed(session)
    async with app.run_test() as pilot:
        await pilot.press("R")
        await until(pilot, lambda: app.screen.query(Input))
        await pilot.press("3")
        assert app.screen.query_one(Input).value == "3"
        assert session.journal.events[-1].kind == "card_added"


async def test_options_are_chosen_by_number(
    app: TutorApp, session: Session, checker: FakeChecker, lab: Lab
) -> None:
    """A riddle about a misconception; markup in it is text; the old code is shown."""
    (lab.folder / "median.py").write_text('@misconception("median", look="")\ndef summed(x):\n    pass\n')
    session.open("median")
    session.workspace.exercise("median").write_text("def median(x):\n    return 3 * x\n")
    checker.script["median"] = failing("median")
    async for _ in session.check():
        pass
    async with app.run_test(size=(90, 30)) as pilot:
        await pilot.press("R")
        await until(pilot, lambda: app.screen.query(Choices))
        assert "Which [mistake] makes 3x of x?" in page(app)
        await pilot.press("1")
        assert "✔ As you said: it was" in page(app)
        assert "Count the terms." in page(app)
        assert "return 3 * x" in page(app)
        await pilot.press("enter")
        await until(pilot, lambda: not app.screen.review.prompt)
        assert session.journal.events[-1].data["grade"] == 3


async def test_a_function_is_written_again(
    app: TutorApp, session: Session, checker: FakeChecker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the scratch file: `r` checks it, a pass turns the card."""
    stub = "def median(x):\n    raise NotImplementedError\n"
    monkeypatch.setattr("tutor.review.prompts.fresh_exercise", lambda lab, slug: stub)
    session.open("median")
    session.workspace.exercise("median").write_text("def median(x):\n    return 3\n")
    async for _ in session.check():
        pass
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("R")
        scratch = session.workspace.state / "scratch" / "median.py"
        await until(pilot, lambda: str(scratch) in page(app).replace("\n", ""))
        checker.script["median"] = failing("median")
        await pilot.press("r")
        await until(pilot, lambda: "which is 3 times the mean" in page(app))
        checker.script["median"] = passing("median")
        scratch.write_text("def median(x):\n    return 4\n")
        await pilot.press("r")
        await until(pilot, lambda: "3 Good" in keys(app))
        await pilot.press("3")
        await until(pilot, lambda: not app.screen.review.prompt)
        assert not scratch.exists()
        assert session.workspace.exercise("median").read_text() == "def median(x):\n    return 3\n"


async def test_what_is_due_stands_on_the_first_screen(app: TutorApp, session: Session) -> None:
    """With its key; after the review it is gone."""
    await missed(session)
    async with app.run_test(size=(120, 30)) as pilot:
        bar = app.screen.query_one(StageBar)
        await until(pilot, lambda: "R 1 to review" in str(bar.render()))
        await pilot.press("R")
        await until(pilot, lambda: app.screen.query(Input))
        await pilot.press("space", "4")
        await until(pilot, lambda: not app.screen.review.prompt)
        await pilot.press("escape")
        await until(pilot, lambda: "to review" not in str(bar.render()))


async def test_nothing_due_is_said_kindly(app: TutorApp) -> None:
    """And Enter goes back."""
    async with app.run_test() as pilot:
        await pilot.press("R")
        await until(pilot, lambda: "Nothing to review today" in page(app))
        assert "Review" in str(app.screen.query_one("#count", Static).render())
        await pilot.press("enter")
        assert isinstance(app.screen, LabScreen)


async def test_the_progress_page(app: TutorApp, session: Session) -> None:
    """Calibration is drawn; the page says where it comes from."""
    await missed(session)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("P")
        assert isinstance(app.screen, ProgressScreen)
        told = app.screen.query_one("#reading", Page).text
        assert "sure     " in told
        assert "0 of 1" in told
        assert "1.1 Averages: 1" in told
        assert "only there" in told
        await pilot.press("escape")
        assert isinstance(app.screen, LabScreen)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (30, 10)])
async def test_any_size_will_do(app: TutorApp, session: Session, size: tuple[int, int]) -> None:
    """Nothing breaks where there is little room."""
    await missed(session)
    async with app.run_test(size=size) as pilot:
        await pilot.press("R")
        await until(pilot, lambda: app.screen.query(Input))
        await pilot.press("3", "enter")
        await until(pilot, lambda: "As you said" in page(app))
        await pilot.press("escape", "P")
        assert isinstance(app.screen, ProgressScreen)


def test_the_screen_draws_no_learner_text_as_markup() -> None:
    """All text goes through blocks, which know no markup."""
    for name in ("review.py", "review_base.py", "review_retype.py", "review_text.py", "progress.py"):
        source = (Path(__file__).parents[2] / "tutor/ui/screens" / name).read_text()
        assert "from_markup" not in source
        assert "Static(" not in source or "markup=False" in source


async def test_leaving_in_the_middle_loses_nothing(app: TutorApp, session: Session) -> None:
    """A card that was not graded comes again, with the same values."""
    await missed(session)
    async with app.run_test() as pilot:
        await pilot.press("R")
        await until(pilot, lambda: app.screen.query(Input))
        before = page(app)
        await pilot.press("escape", "R")
        await until(pilot, lambda: isinstance(app.screen, ReviewScreen) and app.screen.query(Input))
        assert page(app) == before
