"""A learner of the little lab who has done both questions, and a checker that draws."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.unit.conftest import FakeChecker
from tutor.journal import Journal
from tutor.model import Actual, Curves, Heat, Lab, Picture, Question, Series, Table
from tutor.report.gather import LabReport, gather, with_figures
from tutor.session import Session
from tutor.workspace import Workspace

HOSTILE = "</pre><script>alert('x')</script>\x1b[31m ``` & \"quotes\" $x$ **bold** ]]>"
CODE = '"""Mine."""\n\n\ndef double(x):\n    return 2 * x  # </pre><script>alert(1)</script>\n'

FIGURES = (
    Curves(
        "A <curve>",
        (Series("one", (1.0, 0.5, float("nan"), 0.2)), Series("two & three", (2.0, 1.0, 0.5))),
        "step",
        "loss",
    ),
    Picture("Pictures", (((0.0, 1.0), (0.5, float("inf"))),), ("a <caption>",)),
    Picture("Weights", (((-1.0, 1.0), (0.5, -0.05)),), signed=True),
    Heat("Counts", ((3.0, 0.0), (1.0, 5.0)), ("0", "1"), ("0", "<1>"), "true", "read as"),
    Table("A table", ("name", "value"), (("a|b", "<1>"),)),
)


class DrawingChecker(FakeChecker):
    """Ends each check with figures."""

    async def check(self, question: Question, *args: Any, **options: Any) -> AsyncIterator[Any]:
        """The same, and figures for those who want them."""
        async for message in super().check(question, *args, **options):
            yield message
        if options.get("figures", True) and self.status == "passed":
            for figure in FIGURES:
                yield figure


@pytest.fixture
def drawing() -> DrawingChecker:
    """A checker that passes everything and draws."""
    return DrawingChecker()


@pytest.fixture
def learner(little: Lab, workspace: Workspace, drawing: DrawingChecker) -> Session:
    """Predicted, written, checked, explained; every word of it hostile."""
    session = Session(little, workspace, Journal(workspace.state), drawing)

    async def work() -> None:
        session.open("q01_double")
        session.predict("of_three", "7", "sure")
        session.predict("of_a_table", "(2, 3)", "guess")
        workspace.exercise("q01_double").write_text(CODE)
        drawing.misconception, drawing.status = "halved", type(drawing.status)("failed")
        await run()
        drawing.misconception, drawing.status = None, type(drawing.status)("passed")
        drawing.actuals = [Actual("of_three", 6.0, True), Actual("of_a_table", (2, 3), True)]
        await run()
        session.answer_why("of_three", HOSTILE)
        session.explain(HOSTILE)
        session.tick([True, False])

    async def run() -> None:
        async for _ in session.check():
            pass

    asyncio.run(work())
    return session


@pytest.fixture
def full(learner: Session) -> LabReport:
    """The report with its figures."""
    return asyncio.run(with_figures(gather(learner), learner, lambda line: None))
