"""The loop of a question, key by key, on the small lab."""

from __future__ import annotations

import asyncio

from textual.widgets import Input, TextArea

from tests.ui.conftest import FakeChecker, failing, lab_of, looked, passing, settle, text, until
from tutor.session import Session
from tutor.settings import Settings
from tutor.ui.app import TutorApp
from tutor.ui.screens.ask import ConfirmScreen
from tutor.ui.screens.lab import LabScreen
from tutor.ui.screens.predict import PredictScreen
from tutor.ui.screens.solution import SolutionScreen
from tutor.ui.screens.summary import SummaryScreen
from tutor.ui.widgets.page import Page


async def test_predictions_are_asked_before_the_first_check(
    app: TutorApp, session: Session, checker: FakeChecker
) -> None:
    """`r` on a fresh question asks every prediction with how sure the learner is, then checks."""
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        assert isinstance(app.screen, PredictScreen) and not checker.started
        await pilot.press(*"(3,)", "enter", "3")
        await pilot.press(*"nine", "enter")
        assert "not a number" in app.screen.query_one("#told", Page).text
        await pilot.press("ctrl+u", *"9/2", "enter", "3")
        await pilot.press("1", "2")
        await until(pilot, lambda: lab_of(app).run and lab_of(app).run.finished)
        foreseen = session.progress["mean"].predictions
        assert {name: (one.answer, one.confidence) for name, one in foreseen.items()} == {
            "shape": ("(3,)", "sure"),
            "value": ("9/2", "sure"),
            "curve": ("falling", "think so"),
        }
        assert checker.started == ["mean"]
        assert "Passed: all 2 checks" in text(app)


async def test_skipping_is_recorded(app: TutorApp, session: Session, checker: FakeChecker) -> None:
    """Esc skips the rest of the predictions, and the check goes on."""
    async with app.run_test() as pilot:
        await pilot.press("r", "escape")
        await until(pilot, lambda: checker.started)
        assert all(one.skipped for one in session.progress["mean"].predictions.values())


async def test_a_surprise_asks_one_why(app: TutorApp, session: Session) -> None:
    """A confident miss is marked beside the actual value and asks its question once."""
    session.open("mean")
    session.predict("value", "4.5", "sure")
    session.predict("shape", "(3,)", "guess")
    session.predict("curve", "line", "guess")
    async with app.run_test() as pilot:
        await pilot.press("r")
        await until(pilot, lambda: "A surprise" in text(app))
        await pilot.press("p")
        await settle(pilot)
        page = text(app)
        assert "You said: 4.5  (sure)" in page and "It is:    3  ✘ not what you said" in page
        assert "✔ as you said" in page
        assert isinstance(app.focused, Input)
        await pilot.press(*"sum over count", "enter")
        assert session.progress["mean"].predictions["value"].why == "sum over count"
        await settle(pilot)
        assert "Why: sum over count" in text(app)
        assert not isinstance(app.focused, Input)


async def test_the_first_failure_is_opened(app: TutorApp, session: Session, checker: FakeChecker) -> None:
    """What was seen and what to look at stand under the first failure only."""
    checker.script["median"] = failing("median")
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("r")
        await until(pilot, lambda: "Not yet: 1 of 3" in text(app))
        assert "3 times the mean" in text(app) and "> the division by the count (line 2)" in text(app)
        assert "median.txt" in text(app)


async def test_results_stream_in(app: TutorApp, session: Session, checker: FakeChecker) -> None:
    """A result is on the screen before the run is over, and `c` cancels what goes on."""
    gate = asyncio.Event()
    checker.script["median"] = [*failing("median")[:1], gate, *failing("median")[1:]]
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("r")
        await until(pilot, lambda: "✔ The mean is one number." in text(app))
        assert "Checking" in text(app)
        await pilot.press("c")
        await until(pilot, lambda: "cancelled" in text(app))
        assert checker.cancelled == ["median"]
        assert session.progress["median"].attempts == 0


async def test_saving_checks_and_a_save_during_a_run_starts_again(
    app: TutorApp, session: Session, checker: FakeChecker
) -> None:
    """The file is checked at every save; the run before is cancelled, never queued."""
    checker.script["median"] = [asyncio.Event()]
    session.open("median")
    path = session.workspace.exercise("median")
    async with app.run_test() as pilot:
        path.write_text("one")
        await until(pilot, lambda: checker.started == ["median"])
        checker.script["median"] = passing("median")
        path.write_text("two")
        await until(pilot, lambda: "Passed" in text(app))
        assert (checker.started, checker.cancelled) == (["median"] * 2, ["median"])


async def test_a_save_while_something_is_asked_is_not_lost(
    app: TutorApp, session: Session, checker: FakeChecker
) -> None:
    """A save under an open question is checked when the question is answered."""
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("x")
        assert isinstance(app.screen, ConfirmScreen)
        session.workspace.exercise("median").write_text("three")
        await looked(pilot)
        assert not checker.started
        await pilot.press("n")
        await until(pilot, lambda: checker.started == ["median"])


async def test_printed_text_is_never_markup(app: TutorApp, session: Session) -> None:
    """Brackets in printed output, results and statements stay what they are."""
    session.open("median")
    async with app.run_test() as pilot:
        assert "[not markup]" in lab_of(app).statement.text
        await pilot.press("r")
        await until(pilot, lambda: "Passed" in text(app))
        await pilot.press("o")
        assert "hello [red]not markup[/red]" in text(app)


async def test_hints_come_one_at_a_time(app: TutorApp, session: Session) -> None:
    """`h` gives a rung; coming back shows it again without taking another; the next press takes the next."""
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("h")
        assert "Hint 1 of 2" in text(app) and "Second rung" not in text(app)
        await pilot.press("v", "h")
        assert len(session.hints_seen(session.question)) == 1
        await pilot.press("h")
        assert "Hint 1 of 2" in text(app) and "Hint 2 of 2" in text(app)
        await pilot.press("h")
        assert len(session.hints_seen(session.question)) == 2


async def test_the_explanation_comes_before_the_model_answer(app: TutorApp, session: Session) -> None:
    """Own words first, then the model answer with points to tick; both are recorded."""
    session.open("median")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("w")
        await settle(pilot)
        assert isinstance(app.focused, TextArea)
        told = app.screen.query_one("#explain-told", Page)
        assert "Model answer" not in told.text
        await pilot.press("ctrl+s")
        assert "Write a sentence" in told.text
        await pilot.press(*"an average", "ctrl+s")
        await until(pilot, lambda: "Model answer" in told.text)
        assert session.progress["median"].explanation == "an average"
        await settle(pilot)
        await pilot.press("2")
        assert session.progress["median"].ticks == [False, True]


async def test_next_waits_until_the_question_is_done(app: TutorApp, session: Session) -> None:
    """`n` explains why not, and goes on after a pass; past the last question it sums up."""
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("n")
        assert session.question.slug == "median"
        await pilot.press("r")
        await until(pilot, lambda: "Passed" in text(app))
        assert session.question.slug == "median"
        await pilot.press("n")
        assert session.question.slug == "look" and lab_of(app).question.slug == "look"
        await pilot.press("r")
        await until(pilot, lambda: "explanation" in text(app))
        await pilot.press("n")
        assert session.question.slug == "look"
        await pilot.press("w")
        await settle(pilot)
        await pilot.press(*"seen", "ctrl+s")
        await settle(pilot)
        await pilot.press("escape", "n")
        assert isinstance(app.screen, SummaryScreen)


async def test_the_solution_needs_a_pass_or_a_confirmed_give_up(
    app: TutorApp, session: Session, monkeypatch: object
) -> None:
    """`s` asks first, records the giving up, and shows the solution beside the learner's own."""
    session.open("median")
    import tutor.session

    monkeypatch.setattr(tutor.session, "solution_source", lambda *_: "def median(x):\n    return 4\n")  # type: ignore[attr-defined]
    async with app.run_test() as pilot:
        await pilot.press("s", "n")
        assert not session.progress["median"].gave_up
        await pilot.press("s", "y")
        assert session.progress["median"].gave_up
        assert isinstance(app.screen, SolutionScreen)
        assert "return 4" in app.screen.query_one("#ours", Page).text
        assert "raise NotImplementedError" in app.screen.query_one("#yours", Page).text
        assert "statistics.mean" in app.screen.query_one("#others", Page).text
        await pilot.press("escape")
        assert isinstance(app.screen, LabScreen)


async def test_a_reset_asks_and_keeps_what_was_there(
    app: TutorApp, session: Session, monkeypatch: object
) -> None:
    """`x` then `y` puts the fresh file back; the learner's version can be brought back."""
    import tutor.session

    monkeypatch.setattr(tutor.session, "fresh_exercise", lambda *_: "fresh\n")  # type: ignore[attr-defined]
    session.open("median")
    path = session.workspace.exercise("median")
    path.write_text("my work\n")
    async with app.run_test() as pilot:
        await pilot.press("x", "n")
        assert path.read_text() == "my work\n"
        await pilot.press("x", "y")
        assert path.read_text() == "fresh\n"
        await looked(pilot)
        assert not session.progress["median"].attempts
    assert any(path.read_text() == "my work\n" for path in session.journal.versions.iterdir())


async def test_the_report_is_copied(app: TutorApp, session: Session, checker: FakeChecker) -> None:
    """`y` puts the report, with the seed that repeats it, on the clipboard."""
    checker.script["median"] = failing("median")
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("r")
        await until(pilot, lambda: "Not yet" in text(app))
        await pilot.press("y")
        assert "3 times the mean" in app.clipboard and "--seed 7" in app.clipboard


async def test_an_unfinished_explanation_is_still_there_next_time(session: Session) -> None:
    """What was typed and not kept survives quitting; once kept there is no draft any more."""
    session.open("median")
    app = TutorApp(session, Settings())
    async with app.run_test() as pilot:
        await pilot.press("w")
        await settle(pilot)
        await pilot.press(*"half a")
    assert not session.progress["median"].explanation
    app = TutorApp(session, Settings())
    async with app.run_test() as pilot:
        await pilot.press("w")
        await settle(pilot)
        field = app.screen.query_one(TextArea)
        assert field.text == "half a"
        await pilot.press(*" thought", "ctrl+s")
        await until(pilot, lambda: session.progress["median"].explanation == "half a thought")
    assert not app.desk.drafts.get("median.txt")


async def test_each_question_has_its_own_unfinished_explanation(app: TutorApp, session: Session) -> None:
    """Moving to another question and back keeps what was being written."""
    session.open("median")
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press("w")
        await settle(pilot)
        await pilot.press(*"abc", "escape", "l", "j")
        await pilot.press("enter", "w")
        await settle(pilot)
        assert app.screen.query_one(TextArea).text == ""
        await pilot.press("escape", "l", "k", "enter", "w")
        await settle(pilot)
        assert app.screen.query_one(TextArea).text == "abc"
