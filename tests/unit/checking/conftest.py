"""A toy lab of two questions, so that the engine's tests speak of no real lab."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from tutor.checking.client import Checker
from tutor.checking.material import Material
from tutor.model import Explanation, Lab, Part, Question

SOLUTIONS = {
    "t01_double": '''
        """Twice."""

        def double(x):
            """Twice x."""
            ### BEGIN SOLUTION twice
            return 2 * x
            ### END SOLUTION
        ''',
    "t02_mean": '''
        """Mean of the doubles."""
        from t01_double import double

        def mean_double(x, scale=1.0):
            """Mean of twice x, scaled."""
            ### BEGIN SOLUTION
            return float(double(x).mean() * scale)
            ### END SOLUTION
        ''',
}
PROMISES = {
    "t01_double": '''
        import numpy as np
        from tutor.checking.author import Trial, check, figure, misconception, prediction, Curves, Series

        TESTED = "arrays of 3 to 9 numbers"

        @check
        def value(t: Trial) -> None:
            """Every number is doubled."""
            t.agree("double", t.rng.normal(size=int(t.rng.integers(3, 10))))

        @misconception("double", look="the operator")
        def squared_instead(x):
            """You square instead of doubling."""
            return x**2

        @prediction
        def of_three(t):
            return t.call("double", 3.0)

        @figure
        def line(t):
            yield Curves("doubles", (Series("yours", tuple(t.call("double", float(k)) for k in range(4))),))
        ''',
    "t02_mean": '''
        from tutor.checking.author import Trial, check, misconception

        @check
        def value(t: Trial) -> None:
            """The doubles are averaged and scaled."""
            t.agree("mean_double", t.rng.normal(size=5), scale=float(t.rng.uniform(2, 3)))

        @misconception("mean_double", look="the mean")
        def summed(x, scale=1.0):
            """You sum instead of averaging."""
            return float(2 * x.sum() * scale)
        ''',
}


@dataclass
class Toy:
    """The toy lab on the disk and a learner's folder beside it."""

    lab: Lab
    solutions: Path
    exercises: Path

    def material(self, slug: str) -> Material:
        """The material of one question."""
        return Material(self.lab.folder, self.solutions, slug, tuple(SOLUTIONS))

    def write(self, slug: str, source: str) -> Path:
        """Write a learner's file."""
        path = self.exercises / f"{slug}.py"
        path.write_text(dedent(source), encoding="utf-8")
        return path

    def question(self, slug: str) -> Question:
        """The question by its slug."""
        return next(question for question in self.lab.questions if question.slug == slug)


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Toy:
    """The toy lab, laid out in a temporary folder."""
    folders = [tmp_path / name for name in ("labs/toy", "solutions/toy", "work/exercises/toy")]
    for folder in folders:
        folder.mkdir(parents=True)
    for slug in SOLUTIONS:
        (folders[0] / f"{slug}.py").write_text(dedent(PROMISES[slug]), encoding="utf-8")
        (folders[1] / f"{slug}.py").write_text(dedent(SOLUTIONS[slug]), encoding="utf-8")
    questions = tuple(_question(slug, k, folders[0]) for k, slug in enumerate(SOLUTIONS, 1))
    lab = Lab("toy", "Toy", "", (Part("Only part", questions),), folders[0])
    monkeypatch.setattr("tutor.checking.client.solutions_folder", lambda name: folders[1])
    return Toy(lab, folders[1], folders[2])


def _question(slug: str, number: int, folder: Path) -> Question:
    explanation = Explanation("Why?", "Because.", ("one", "two"))
    return Question(
        slug=slug,
        number=number,
        title=slug,
        section="",
        kind="code",
        engine="numpy",
        statement="",
        predictions=(),
        ladders=(),
        explanation=explanation,
        alternatives="",
        source=folder / f"{slug}.md",
    )


@pytest.fixture
async def checker(toy: Toy) -> AsyncIterator[Checker]:
    """A real checker for the toy lab."""
    client = Checker(toy.lab)
    yield client
    await client.close()


async def messages(
    checker: Checker, toy: Toy, slug: str, source: str | None = None, **options: Any
) -> list[Any]:
    """All messages of one check."""
    path = toy.write(slug, source) if source is not None else toy.exercises / f"{slug}.py"
    return [message async for message in checker.check(toy.question(slug), path, toy.exercises, **options)]
