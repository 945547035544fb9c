"""`tutor grade FOLDER`: many learners' workspaces through the same checks, several at a time.

Every result is appended to a file in the folder as soon as it is known; a run that was interrupted goes on
from there, and a submission that has changed since is checked again.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import aclosing, closing
from pathlib import Path
from typing import Any

from tutor.checking.client import Checker
from tutor.checking.walls import walls
from tutor.errors import CheckerError
from tutor.grade_table import print_learners, print_unread, question_rows
from tutor.kept_grades import KeptGrades
from tutor.model import Lab, Question, Report, Result, Status, Unprotected
from tutor.printing import say, warn
from tutor.report_json import report_json
from tutor.submissions import Submission, find_submissions

BAR = 30


def grade(lab: Lab, folder: Path, questions: Sequence[Question], jobs: int, as_json: bool) -> int:
    """Grade every sub-folder; 0 when all passed, 1 when not, 2 when our own error kept one from a verdict."""
    submissions = find_submissions(lab, folder, questions)
    with closing(KeptGrades(folder)) as kept:
        grading = Grading(lab, kept, as_json, unprotected())
        asyncio.run(grading.run(submissions, jobs))
    grading.summary(questions)
    statuses = {result["status"] for _, result in grading.graded}
    return 2 if Status.ERROR in statuses else 0 if statuses == {Status.PASSED} else 1


def unprotected() -> tuple[str, ...]:
    """What the walls around strangers' files leave open on this machine; said on standard error as well."""
    try:
        gaps = tuple(wall.gap for wall in walls() if wall.gap)
    except CheckerError as error:
        gaps = (f"do what it likes, as far as can be told: its walls {error}",)
    if gaps:
        warn(Unprotected(gaps).sentence)
    return gaps


class Grading:
    """One run of the grader."""

    def __init__(self, lab: Lab, kept: KeptGrades, as_json: bool, unprotected: tuple[str, ...]) -> None:
        self.lab = lab
        self.kept = kept
        self.as_json = as_json
        self.unprotected = unprotected
        self.graded: list[tuple[Submission, dict[str, Any]]] = []
        self.unread: dict[str, list[str]] = {}
        """Why files of a learner could not be read."""

    async def run(self, submissions: list[Submission], jobs: int) -> None:
        """Check all of them, `jobs` at a time; results print as they come."""
        waiting = iter(submissions)
        workers = [self._work(waiting, len(submissions)) for _ in range(max(1, jobs))]
        await asyncio.gather(*workers)
        if self._shows_bar:
            print(file=sys.stderr)

    async def _work(self, waiting: Iterator[Submission], total: int) -> None:
        checker = Checker(self.lab, engine_for_all=False, keep_ready=True)
        try:
            for submission in waiting:
                key = submission.key(self.lab)
                result = self.kept.results.get(key)
                if result is None:
                    result = json.loads(await self._check(checker, submission))
                    if result["status"] != Status.ERROR:
                        self.kept.keep(key, result)
                self._tell(submission, result, total)
        finally:
            await checker.close()

    async def _check(self, checker: Checker, submission: Submission) -> str:
        report = None
        fault = ""
        for _ in range(2):  # a checker that a hostile answer brought down starts afresh
            try:
                run = checker.check(
                    submission.question,
                    submission.path,
                    submission.workspace,
                    figures=False,
                    values=False,
                    handed_in=True,
                )
                async with aclosing(run):
                    async for message in run:
                        report = message if isinstance(message, Report) else report
                break
            except CheckerError as error:
                fault = str(error)
        return report_json(report or self._ours(submission, fault), learner=submission.learner)

    def _ours(self, submission: Submission, fault: str) -> Report:
        """What stands for an answer that our own fault left without a verdict."""
        slug = submission.question.slug
        result = Result("checker", "The tutor comes to a verdict.", Status.ERROR, fault, "Grade it again.")
        return Report(
            self.lab.name, slug, Status.ERROR, None, (), (result,), str(submission.path), "", 0, 0.0
        )

    def _tell(self, submission: Submission, result: dict[str, Any], total: int) -> None:
        self.graded.append((submission, result))
        source = submission.read(submission.question.slug)
        if source.problem and not source.missing:
            self.unread.setdefault(submission.learner, []).append(source.problem)
        if self.as_json:
            say(json.dumps({**result, "unprotected": self.unprotected}))
        if self._shows_bar:
            done = len(self.graded)
            full = BAR * done // total
            bar = "#" * full + "-" * (BAR - full)
            print(f"\r[{bar}] {done}/{total}", end="", file=sys.stderr, flush=True)

    @property
    def _shows_bar(self) -> bool:
        return sys.stderr.isatty()

    def summary(self, questions: Sequence[Question]) -> None:
        """The table of the questions; without `--json` also one of the learners."""
        rows = question_rows([result for _, result in self.graded], questions)
        if self.as_json:
            print("\n".join(rows), file=sys.stderr)
        else:
            say("\n".join(rows))
            print_learners(self.graded)
        print_unread(self.unread)


def default_jobs() -> int:
    """As many as there are processors to use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
