"""`tutor grade FOLDER`: many learners' workspaces through the same checks, several at a time.

Every result is appended to a file in the folder as soon as it is known; a run that was interrupted goes on
from there, and a submission that has changed since is checked again.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tutor import __version__
from tutor.checking.client import Checker
from tutor.checking.walls import walls
from tutor.errors import CheckerError, TutorError
from tutor.model import Lab, Question, Report, Status, Unprotected
from tutor.printing import say, symbol
from tutor.records import record
from tutor.report_json import report_json

KEPT = ".tutor-grades.jsonl"
BAR = 30


@record
class Submission:
    """One learner's answer to one question."""

    learner: str
    workspace: Path
    question: Question
    path: Path

    def fingerprint(self, lab: Lab) -> str:
        """Changes whenever the answer, an earlier answer of the same learner or the tutor changes."""
        digest = hashlib.sha256(__version__.encode())
        for each in lab.questions[: self.question.number]:
            path = self.path.with_name(f"{each.slug}.py")
            digest.update(path.read_bytes() if path.is_file() else b"-")
        return digest.hexdigest()


def grade(lab: Lab, folder: Path, questions: Sequence[Question], jobs: int, as_json: bool) -> int:
    """Grade every sub-folder; 0 when all passed, 1 when not, 2 when our own error kept one from a verdict."""
    submissions = find_submissions(lab, folder, questions)
    if not submissions:
        raise TutorError(
            f"{folder}: no sub-folder has an exercises/{lab.name}; name the folder that holds them."
        )
    grading = Grading(lab, folder / KEPT, as_json, unprotected())
    asyncio.run(grading.run(submissions, jobs))
    grading.summary(questions)
    statuses = {line["status"] for line in grading.lines}
    return 2 if Status.ERROR in statuses else 0 if statuses == {Status.PASSED} else 1


def unprotected() -> tuple[str, ...]:
    """What the walls around strangers' files leave open on this machine; said on standard error as well."""
    try:
        gaps = tuple(wall.gap for wall in walls() if wall.gap)
    except CheckerError as error:
        gaps = (f"do what it likes, as far as can be told: its walls {error}",)
    if gaps:
        print(f"tutor: {Unprotected(gaps).sentence}", file=sys.stderr)
    return gaps


def find_submissions(lab: Lab, folder: Path, questions: Sequence[Question]) -> list[Submission]:
    """All answers to `questions` below `folder`, question by question so that one engine stays warm."""
    try:
        learners = sorted(entry for entry in folder.iterdir() if (entry / "exercises" / lab.name).is_dir())
    except OSError as error:
        raise TutorError(f"{folder}: {error.strerror}; name a folder of workspaces.") from None
    return [
        Submission(learner.name, learner, q, learner / "exercises" / lab.name / f"{q.slug}.py")
        for q in questions
        for learner in learners
    ]


class Grading:
    """One run of the grader."""

    def __init__(self, lab: Lab, kept: Path, as_json: bool, unprotected: tuple[str, ...]) -> None:
        self.lab = lab
        self.kept = kept
        self.as_json = as_json
        self.unprotected = unprotected
        self.lines: list[dict[str, Any]] = []
        self.done = 0

    async def run(self, submissions: list[Submission], jobs: int) -> None:
        """Check all of them, `jobs` at a time; results print as they come."""
        known = self._known()
        waiting = iter(submissions)
        workers = [self._work(waiting, known, len(submissions)) for _ in range(max(1, jobs))]
        await asyncio.gather(*workers)
        if self._shows_bar:
            print(file=sys.stderr)

    async def _work(self, waiting: Any, known: dict[str, str], total: int) -> None:
        checker = Checker(self.lab, engine_for_all=False, keep_ready=True)
        try:
            for submission in waiting:
                name = submission.fingerprint(self.lab)
                key = f"{submission.learner}/{submission.question.slug}/{name}"
                line = known.get(key) or await self._check(checker, submission)
                if key not in known:
                    self._keep(key, line)
                self._tell(line, total)
        finally:
            await checker.close()

    async def _check(self, checker: Checker, submission: Submission) -> str:
        question = submission.question
        report = None
        for _ in range(2):  # a checker that a hostile answer brought down starts afresh
            try:
                run = checker.check(
                    question, submission.path, submission.workspace, figures=False, values=False
                )
                async for message in run:
                    report = message if isinstance(message, Report) else report
                break
            except CheckerError:
                continue
        return report_json(report or self._ours(submission), learner=submission.learner)

    def _ours(self, submission: Submission) -> Report:
        """What stands for an answer that our own fault left without a verdict."""
        slug = submission.question.slug
        return Report(self.lab.name, slug, Status.ERROR, None, (), (), str(submission.path), "", 0, 0.0)

    def _known(self) -> dict[str, str]:
        """The results an earlier run left; a torn last line is left out."""
        found: dict[str, str] = {}
        if self.kept.exists():
            for line in self.kept.read_text(encoding="utf-8", errors="replace").splitlines():
                try:
                    entry = json.loads(line)
                    found[entry["key"]] = json.dumps(entry["result"])
                except (ValueError, KeyError, TypeError):
                    continue
        return found

    def _keep(self, key: str, line: str) -> None:
        result = json.loads(line)
        if result["status"] != Status.ERROR:
            with self.kept.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"key": key, "result": result}) + "\n")

    def _tell(self, line: str, total: int) -> None:
        self.lines.append({**json.loads(line), "unprotected": self.unprotected})
        self.done += 1
        if self.as_json:
            say(json.dumps(self.lines[-1], ensure_ascii=False))
        if self._shows_bar:
            full = BAR * self.done // total
            bar = "#" * full + "-" * (BAR - full)
            print(f"\r[{bar}] {self.done}/{total}", end="", file=sys.stderr, flush=True)

    @property
    def _shows_bar(self) -> bool:
        return sys.stderr.isatty()

    def summary(self, questions: Sequence[Question]) -> None:
        """A table: how many of each status a question has; the commonest mistake beside it."""
        stream = sys.stderr if self.as_json else sys.stdout
        print(
            f"{'question':26}{'passed':>8}{'failed':>8}{'slow':>6}{'unwritten':>11}{'error':>7}  most often",
            file=stream,
        )
        for question in questions:
            mine = [line for line in self.lines if line["question"] == question.slug]
            counts = Counter(line["status"] for line in mine)
            mistakes = Counter(line["misconception"] for line in mine if line["misconception"])
            often = "{} ({})".format(*mistakes.most_common(1)[0]) if mistakes else ""
            row = [
                counts[s]
                for s in (Status.PASSED, Status.FAILED, Status.TIMED_OUT, Status.UNWRITTEN, Status.ERROR)
            ]
            print(
                f"{question.slug:26}{row[0]:8}{row[1]:8}{row[2]:6}{row[3]:11}{row[4]:7}  {often}", file=stream
            )
        if not self.as_json:
            for learner in sorted({line["learner"] for line in self.lines}):
                marks = {
                    line["question"]: line["status"] for line in self.lines if line["learner"] == learner
                }
                row_of_symbols = "".join(symbol(Status(marks[q.slug])) for q in questions if q.slug in marks)
                print(f"{learner:26}{row_of_symbols}", file=stream)


def default_jobs() -> int:
    """As many as there are processors to use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
