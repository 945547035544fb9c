"""Right and wrong answers as people write them, and what the real engine says of each.

`tests/content/answers/<slug>/right/*.py` must pass, `wrong/*.py` must be rejected. The first line of a wrong
one, `# diagnosis: …`, is the misconception's slug or words its message must hold; a right one may have
`# remark: …` with the slug of a remark it must be given.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tutor.checking.client import Checker
from tutor.content import load_lab
from tutor.model import Lab, Question, Remark, Report, Result, Status
from tutor.places import labs_folder

ANSWERS = Path(__file__).with_name("answers")


@dataclass(frozen=True)
class Answer:
    """One file of the corpus."""

    question: str
    path: Path
    right: bool
    expected: str
    """Of a wrong one the diagnosis, of a right one the remark, if any."""


@dataclass(frozen=True)
class Judged:
    """What became of an answer."""

    answer: Answer
    report: Report
    failed: Result | None
    remarks: tuple[str, ...]
    """The slugs of the remarks it was given."""

    @property
    def passed(self) -> bool:
        """Whether it was accepted."""
        return self.report.status is Status.PASSED

    @property
    def diagnosed(self) -> bool:
        """Whether the real mistake was named: by its slug, or by words that point at it."""
        if self.failed is None:
            return False
        words = f"{self.report.misconception} {self.failed.rationale} {self.failed.help}"
        return any(part.strip().lower() in words.lower() for part in self.answer.expected.split("|"))

    @property
    def fault(self) -> str:
        """What is wrong with the verdict; empty when nothing is."""
        name = f"{self.answer.path.parent.name}/{self.answer.path.name}"
        said = (
            f"{self.report.misconception}: {self.failed.rationale} {self.failed.help}"
            if self.failed
            else "passed"
        )
        if self.answer.right and not self.passed:
            return f"{name} was rejected ({said})"
        if not self.answer.right and self.passed:
            return f"{name} was accepted"
        if not self.answer.right and not self.diagnosed:
            return f"{name} was not told {self.answer.expected!r} but {said}"
        if self.answer.right and self.answer.expected and self.answer.expected not in self.remarks:
            return f"{name} was not given the remark {self.answer.expected!r}, only {self.remarks}"
        return ""


def lab() -> Lab:
    """The lab whose answers these are."""
    return next(found for folder in sorted(labs_folder().iterdir()) if (found := load_lab(folder)).questions)


def answers(slug: str) -> list[Answer]:
    """All answers to one question."""
    found = []
    for right in (True, False):
        for path in sorted((ANSWERS / slug / ("right" if right else "wrong")).glob("*.py")):
            first = path.read_text(encoding="utf-8").partition("\n")[0]
            mark = "# remark:" if right else "# diagnosis:"
            expected = first.removeprefix(mark).strip() if first.startswith(mark) else ""
            found.append(Answer(slug, path, right, expected))
    return found


async def judge(checker: Checker, question: Question, found: Sequence[Answer]) -> AsyncIterator[Judged]:
    """Run answers through the real engine; with the references as earlier answers."""
    for answer in found:
        report, remarks = None, []
        async for message in checker.check(
            question, answer.path, answer.path, seed=1, figures=False, values=False
        ):
            report = message if isinstance(message, Report) else report
            remarks += [message.slug] if isinstance(message, Remark) else []
        assert report is not None
        failed = next((r for r in report.results if r.status is not Status.PASSED), None)
        yield Judged(answer, report, failed, tuple(remarks))
