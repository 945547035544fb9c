"""A lab of six questions in three sections, a clock that tests turn, and a learner to simulate."""

from __future__ import annotations

import hashlib
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tutor import places
from tutor.content import load_lab
from tutor.errors import CheckerError
from tutor.journal import Journal
from tutor.model import Fresh, Lab, Option, Question, Report, Result, Status
from tutor.review.days import Days
from tutor.review.session import ReviewSession
from tutor.review.settings import ReviewSettings
from tutor.workspace import Workspace

QUESTION = """\
+++
title = "Title of {n}"
section = "1.{section} Section {section}"
kind = "{kind}"
engine = "numpy"
+++
Write it.

## Predict
### value (number, 2%)
What is it?
### wide (shape)
How wide?
### old (choice)
Up or down?
- up: upwards
- down: downwards

## Hints
### *
1. Look. Another way: look again.

## Explain
Why {n}?
### Model answer
Because of $x$.
### Points
- the first
- the second
"""

PROMISES = '''\
from tutor.checking.author import check, misconception


@check
def right(t):
    """It is right."""


@misconception("f", look="the factor (of two)")
def halved(x):
    """You halve it."""


@misconception(
    "f",
    look="the sign",
)
def sign_flipped(x):
    """You flip the sign."""
'''

FAMILIES = """\
from tutor.checking.author import Fresh, family


@family
def value(rng):
    return Fresh("?", "number", 1)


@family("wide", "high")
def shape(rng):
    return Fresh("?", "shape", (1,))
"""

SOLUTION = '''\
"""One function."""


def f(x):
    """It."""
    ### BEGIN SOLUTION
    return x
    ### END SOLUTION
'''

KINDS = ("code", "code", "look", "code", "code", "code")


@pytest.fixture
def lab(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lab:
    """Six questions; the third looks at earlier work."""
    package = tmp_path / "install" / "tutor"
    folder, solutions = package / "labs" / "six", package.parent / "solutions" / "six"
    (folder / "review").mkdir(parents=True)
    solutions.mkdir(parents=True)
    slugs = [f"q0{n}_it" for n in range(1, 7)]
    for n, (slug, kind) in enumerate(zip(slugs, KINDS, strict=True), 1):
        text = QUESTION.format(n=n, section=(n + 1) // 2, kind=kind)
        (folder / f"{slug}.md").write_text(text)
        (folder / f"{slug}.py").write_text(PROMISES)
        (folder / "review" / f"{slug}.py").write_text(FAMILIES)
        (solutions / f"{slug}.py").write_text(SOLUTION)
    quoted = ", ".join(f'"{slug}"' for slug in slugs)
    (folder / "lab.toml").write_text(f'title = "Six"\n[[parts]]\ntitle = "All"\nquestions = [{quoted}]\n')
    (folder / "opening.md").write_text("Welcome.\n")
    monkeypatch.setattr(places, "PACKAGE", package)
    return load_lab(folder)


@dataclass
class Clock:
    """A clock that stands still until it is turned."""

    now: float = datetime(2026, 11, 24, 18, 0, tzinfo=UTC).timestamp()

    def __call__(self) -> float:
        return self.now

    def turn(self, **span: float) -> None:
        """Go on by some days, hours, minutes; backwards if negative."""
        self.now += timedelta(**span).total_seconds()


@dataclass
class FakeChecker:
    """Draws prompts whose answer is the seed, and reports what it is told."""

    status: Status = Status.PASSED
    drawn: list[tuple[str, str, str, int, int | None]] = field(default_factory=list)
    checked: list[Path] = field(default_factory=list)
    broken: set[str] = field(default_factory=set)

    async def fresh(
        self, question: Question, sort: str, name: str, seed: int, *, avoid: int | None = None
    ) -> Fresh:
        """A prompt that tells its seed; CheckerError for names in `broken`."""
        self.drawn.append((question.slug, sort, name, seed, avoid))
        if name in self.broken:
            raise CheckerError(f"{name} is broken.")
        if sort == "mistake":
            options = (Option("other", "Another one."), Option(name, "This one."))
            return Fresh(f"Which with {seed}?", "choice", name, options, because="Look at it.")
        if name == "shape":
            return Fresh(f"Which shape of {seed}?", "shape", (seed, 2))
        return Fresh(f"What is ${seed}$?", "number", float(seed), because="It is the seed.")

    async def check(
        self,
        question: Question,
        path: Path,
        workspace: Path,
        *,
        seed: int | None = None,
        figures: bool = True,
    ) -> AsyncIterator[Any]:
        """One result and the report."""
        self.checked.append(path)
        result = Result("right", "It is right.", self.status)
        yield result
        yield Report(
            lab="six",
            question=question.slug,
            status=self.status,
            misconception=None,
            remarks=(),
            results=(result,),
            path=str(path),
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
            seed=1,
            seconds=0.1,
        )

    async def close(self) -> None:
        """Nothing was started."""


@dataclass
class World:
    """A workspace at a time."""

    lab: Lab
    workspace: Workspace
    clock: Clock
    checker: FakeChecker

    @property
    def journal(self) -> Journal:
        """The journal, opened afresh."""
        return Journal(self.workspace.state, self.clock)

    def review(self, zone: Any = UTC, **settings: Any) -> ReviewSession:
        """A review that starts now, with its cards written down."""
        limit = settings.pop("limit", 1000)
        session = ReviewSession(
            self.lab,
            self.workspace,
            self.journal,
            self.checker,
            settings=ReviewSettings(**settings),
            limit=limit,
            clock=self.clock,
            days=Days(zone),
        )
        session.grow()
        return session

    def record(self, kind: str, question: int = 1, **data: Any) -> None:
        """Write an event about a question, by number."""
        self.journal.append(kind, lab="six", question=f"q0{question}_it", **data)

    def passes(self, question: int = 1) -> None:
        """Check a question with success, and explain it."""
        self.record("checked", question, status="passed", sha256="0" * 64, misconception=None, results=[])
        self.record("explained", question, text="Because.")

    def misses(self, question: int = 1, name: str = "value", *, sure: bool = False) -> None:
        """Predict something else than what comes out."""
        confidence = "sure" if sure else "guess"
        self.record("predicted", question, prediction=name, answer="7", confidence=confidence, skipped=False)
        self.record("revealed", question, prediction=name, actual=3, right=False, surprise=sure)


@pytest.fixture
def world(lab: Lab, tmp_path: Path) -> World:
    """A fresh workspace, on an evening in November."""
    return World(lab, Workspace.create(tmp_path / "learner", lab), Clock(), FakeChecker())


async def graded(review: ReviewSession, grade: int = 3) -> list[str]:
    """Grade all that is due now alike; the ids in the order in which they came."""
    seen = []
    while current := await review.next():
        review.show()
        review.grade(grade)
        seen.append(current.card.id)
    return seen


def dice(seed: int) -> random.Random:
    """A learner's luck, the same in every run."""
    return random.Random(seed)
