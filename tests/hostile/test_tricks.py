"""Files that try to pass without knowing: by what stands beside them, or by another way than asked.

Each is told something that is fair to somebody who did it by accident.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.content.corpus import lab
from tutor.checking.client import Checker
from tutor.model import Question, Report, Status

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="as on the machines where classes are graded")

TRICKS = sorted(Path(__file__).with_name("tricks").glob("*/*.py"))
"""`tricks/QUESTION/NAME.py`; the first line says what is done, the second words that the verdict holds."""


@pytest.fixture(scope="module")
def checks() -> Iterator[Callable[[Question, Path], Report]]:
    """Checks a file as the answer to a question; one checker for all."""
    checker = Checker(lab())
    with asyncio.Runner() as runner:

        async def report(question: Question, path: Path) -> Report:
            run = checker.check(question, path, path.parent, figures=False, values=False)
            (found,) = [message async for message in run if isinstance(message, Report)]
            return found

        yield lambda question, path: runner.run(report(question, path))
        runner.run(checker.close())


@pytest.mark.parametrize("path", TRICKS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_pass_without_knowing(
    path: Path, checks: Callable[[Question, Path], Report], tmp_path: Path
) -> None:
    """It fails, and the sentence says what was seen."""
    question = next(one for one in lab().questions if one.slug == path.parent.name)
    answer = tmp_path / f"{question.slug}.py"
    shutil.copy(path, answer)
    report = checks(question, answer)
    said = " ".join(f"{result.rationale} {result.help}" for result in report.results)
    assert report.status is Status.FAILED, said
    assert path.read_text(encoding="utf-8").splitlines()[1].removeprefix("# says: ") in said
