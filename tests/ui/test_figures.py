"""Figures in the work pane: axes on a key, pictures and tables, runs over one another, the live curve."""

from __future__ import annotations

import asyncio

from tests.ui.conftest import FakeChecker, lab_of, passing, settle, text, until
from tutor.model import Curves, Heat, Picture, Progress, Series, Table
from tutor.session import Session
from tutor.ui.app import TutorApp
from tutor.ui.run import Run
from tutor.ui.widgets.figures import FigurePane, TrainingCurve

LOSSES = Curves(
    "Loss", (Series("yours", (1.0, 0.1, 0.01)), Series("reference", (1.0, 0.2, 0.02))), "step", "loss"
)
FIGURES = [
    LOSSES,
    Picture("Weights", (((0.0, 1.0), (-1.0, 0.5)),), ("w",), signed=True),
    Heat("Confusion", ((5.0, 1.0), (0.0, 7.0)), ("0", "1"), ("0", "1"), "true", "predicted"),
    Table("Rates", ("rate", "final"), (("0.1", "0.01"),)),
]


async def test_all_figures_are_seen_and_the_axis_changes(
    app: TutorApp, session: Session, checker: FakeChecker
) -> None:
    """`f` shows every figure of the run; `L` switches curves to a logarithmic axis and back."""
    checker.script["median"] = [*passing("median"), *FIGURES]
    session.open("median")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("r")
        await until(pilot, lambda: lab_of(app).run and lab_of(app).run.finished)
        assert lab_of(app).stage() == "look"
        await pilot.press("f")
        await settle(pilot)
        pane = app.screen.query_one(FigurePane)
        for word in ("Loss", "yours", "reference", "Weights", "Confusion", "predi", "Rates", "0.01"):
            assert word in pane.text
        assert lab_of(app).stage() == "explain"
        straight = pane.text
        await pilot.press("L")
        assert "logarithmic" in pane.text
        await pilot.press("L")
        assert pane.text == straight


async def test_without_figures_it_says_when_they_come(app: TutorApp, session: Session) -> None:
    """`f` before a pass explains why there is nothing to see."""
    session.open("median")
    async with app.run_test() as pilot:
        await pilot.press("f")
        await settle(pilot)
        assert "figures come after a pass" in app.screen.query_one(FigurePane).text


async def test_a_live_curve_stands_under_the_verdict(
    app: TutorApp, session: Session, checker: FakeChecker
) -> None:
    """Progress draws a curve with a fixed end and tells the time left; it goes when the run is over."""
    gate = asyncio.Event()
    points = tuple((float(k), 1.0 / (k + 1)) for k in range(50))
    checker.script["median"] = [Progress("iteration", 51, 200, points), gate, *passing("median")]
    session.open("median")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("r")
        await until(
            pilot, lambda: app.screen.query(TrainingCurve) and app.screen.query_one(TrainingCurve).text
        )
        assert "iteration 51 of 200" in text(app)
        assert "200" in app.screen.query_one(TrainingCurve).text
        await pilot.press("L")
        gate.set()
        await until(pilot, lambda: "Passed" in text(app))
        await settle(pilot)
        assert not app.screen.query_one(TrainingCurve).display
        await pilot.press("f")
        await settle(pilot)
        assert "Loss while it trains" in app.screen.query_one(FigurePane).text


def run_of(session: Session) -> Run:
    """A run of the second question."""
    question = session.lab.questions[1]
    return Run(question, session.workspace.exercise(question.slug), clock=iter(range(100)).__next__)


def test_a_second_training_begins_a_new_curve(session: Session) -> None:
    """Losses of one training are never joined to those of the next."""
    run = run_of(session)
    run.add(Progress("step", 3, 10, ((0.0, 1.0), (1.0, 0.5), (2.0, 0.4))))
    run.add(Progress("step", 2, 10, ((0.0, 3.0), (1.0, 2.0))))
    curve = run.live_curve()
    assert curve is not None and curve.series[0].y == (3.0, 2.0)


def test_the_axis_ends_where_the_training_will(session: Session) -> None:
    """X may count epochs where the steps count batches; the end is known all the same."""
    run = run_of(session)
    run.add(Progress("step", 91, 4500, ((2.0, 1.0),)))
    curve = run.live_curve()
    assert curve is not None and (curve.x_max, curve.x_label) == (100.0, "epoch")


def test_the_last_green_run_is_drawn_beside_the_next(session: Session) -> None:
    """What passed before stays to compare with."""
    first, second = run_of(session), run_of(session)
    first.add(Progress("step", 2, 2, ((0.0, 1.0), (1.0, 0.5))))
    first.add(passing("median")[3])
    second.last_green = first.green_losses()
    second.add(Progress("step", 1, 2, ((0.0, 2.0),)))
    curve = second.live_curve()
    assert curve is not None and [series.name for series in curve.series] == ["this run", "last green"]


def test_endless_output_stays_bounded(session: Session) -> None:
    """What is printed beyond the limit is dropped, and said to be."""
    from tutor.model import Output

    run = run_of(session)
    for _ in range(5):
        run.add(Output("x" * 100_000))
    assert len(run.output) == 200_000 and run.truncated
