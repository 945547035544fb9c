"""A little lab of two questions, complete on disk, and a checker that answers from a list."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tutor import places
from tutor.content import load_lab
from tutor.journal import Journal
from tutor.model import Actual, Lab, Question, Report, Result, Status
from tutor.session import Session
from tutor.workspace import Workspace

DOUBLE = """\
+++
title = "Twice as much"
section = "1.1 Doubling"
kind = "code"
engine = "numpy"
+++
Write $2x$.

## Predict
### of_three (number, 2%)
What is the double of 3?
Why: What did you add?
### of_a_table (shape)
And its shape?

## Hints
### *
1. Add it to itself. Another way: think of two copies.
2. Use a product. Another way: `x + x` says the same.
### halved
1. Larger, not smaller. Another way: try it with 1.

## Explain
Why twice?
### Model answer
Because of the two.
### Points
- it says two
- it says why

## Alternatives
A shift of bits.
"""

LOOK = """\
+++
title = "Look at it"
section = "1.2 Looking"
kind = "look"
engine = "numpy"
+++
Look at the line.

## Predict
### course (choice)
Where does it go?
- up: upwards
- down: downwards

## Hints
### *
1. Look at both ends. Another way: turn the page.

## Explain
Why upwards?
### Model answer
It grows.
### Points
- it grows
"""

SOLUTION = '''\
"""Question 1."""


def double(x):
    """Twice x."""
    ### BEGIN SOLUTION return twice the number
    return 2 * x
    ### END SOLUTION
'''


@pytest.fixture
def little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lab:
    """A lab called `little`, where the tutor looks for labs and solutions."""
    package = tmp_path / "install" / "tutor"
    lab, solutions = package / "labs" / "little", package.parent / "solutions" / "little"
    lab.mkdir(parents=True)
    solutions.mkdir(parents=True)
    (lab / "lab.toml").write_text(
        'title = "A little lab"\n\n[[parts]]\ntitle = "All"\nquestions = ["q01_double", "q02_look"]\n'
    )
    (lab / "opening.md").write_text("Welcome.\n")
    (lab / "q01_double.md").write_text(DOUBLE)
    (lab / "q02_look.md").write_text(LOOK)
    (solutions / "q01_double.py").write_text(SOLUTION)
    (solutions / "q02_look.py").write_text('"""Look."""\n\nprint("given")\n')
    monkeypatch.setattr(places, "PACKAGE", package)
    return load_lab(lab)


class FakeChecker:
    """Says what the test tells it to say about the file as it is."""

    def __init__(self) -> None:
        self.status = Status.PASSED
        self.misconception: str | None = None
        self.actuals: list[Actual] = []
        self.closed = 0

    async def check(
        self,
        question: Question,
        path: Path,
        workspace: Path,
        *,
        seed: int | None = None,
        **_: bool,
    ) -> AsyncIterator[Any]:
        """One result, the report, the actual values."""
        try:
            result = Result(
                "value", "It is twice as much.", self.status, "" if self.status == "passed" else "It is not."
            )
            yield result
            yield Report(
                lab="little",
                question=question.slug,
                status=self.status,
                misconception=self.misconception,
                remarks=(),
                results=(result,),
                path=str(path),
                sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
                seed=7 if seed is None else seed,
                seconds=0.1,
            )
            for actual in self.actuals:
                yield actual
        finally:
            self.closed += 1

    async def start(self, engine: str) -> None:
        """Nothing to start."""

    async def close(self) -> None:
        """Nothing was started."""


@pytest.fixture
def checker() -> FakeChecker:
    """A checker that passes everything until told otherwise."""
    return FakeChecker()


@pytest.fixture
def workspace(little: Lab, tmp_path: Path) -> Workspace:
    """A fresh workspace of the little lab."""
    return Workspace.create(tmp_path / "learner", little)


@pytest.fixture
def session(little: Lab, workspace: Workspace, checker: FakeChecker) -> Session:
    """A session on the fresh workspace."""
    return Session(little, workspace, Journal(workspace.state), checker)
