"""What every front end does with a lab: open, predict, hint, check, explain, advance. Prints nothing."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Literal, Protocol

from tutor import answers
from tutor.checkpoint import Follower
from tutor.errors import JournalError, ReadOnlyError
from tutor.files import private_folder, write_atomically
from tutor.hints import Hint, hints_seen, next_hint
from tutor.journal import Journal
from tutor.model import (
    Actual,
    Confidence,
    Figure,
    Lab,
    Output,
    Prediction,
    Question,
    Remark,
    Report,
    Result,
    Status,
    Unprotected,
)
from tutor.model import Progress as RunProgress
from tutor.predicting import Revelation, Verdict, reveal, revealed
from tutor.progress import Progress
from tutor.records import record
from tutor.report_text import report_text
from tutor.stubs import without_markers
from tutor.versions import Version, find_version, history
from tutor.workspace import Workspace, fresh_exercise, solution_source

__all__ = [
    "STAGES",
    "Checker",
    "Hint",
    "Message",
    "NotKept",
    "Revelation",
    "Session",
    "Solution",
    "Stage",
    "Verdict",
    "Version",
]

Stage = Literal["read", "predict", "write", "check", "look", "explain", "done"]
STAGES: tuple[Stage, ...] = ("read", "predict", "write", "check", "look", "explain", "done")


@record
class NotKept:
    """A verdict stands, but could not be written down: a full disk, a workspace that can only be read."""

    sentence: str
    """Where, what, and what to do next."""


Message = (
    Result | RunProgress | Output | Actual | Figure | Remark | Report | Revelation | NotKept | Unprotected
)


@record
class Solution:
    """What may be seen after a pass or a recorded give-up."""

    source: str
    alternatives: str
    """Markdown."""


class Checker(Protocol):
    """What a session needs of `tutor.checking.client.Checker`; tests put a fake in its place."""

    def check(
        self,
        question: Question,
        path: Path,
        workspace: Path,
        *,
        seed: int | None = None,
        figures: bool = True,
        values: bool = True,
    ) -> AsyncIterator[Any]:
        """Results, exactly one Report, then actual values and figures if they are wanted."""
        ...

    async def close(self) -> None:
        """End every process it started."""
        ...


class Session:
    """One learner at work on one lab."""

    def __init__(self, lab: Lab, workspace: Workspace, journal: Journal, checker: Checker) -> None:
        self.lab = lab
        self.workspace = workspace
        self.journal = journal
        self.checker = checker
        self._follower = Follower(journal, lab.name)
        self._by_slug = {question.slug: question for question in lab.questions}
        self.question = self.first_unfinished() or lab.questions[-1]
        """The current question. `open` it before anything is recorded about it."""

    @property
    def progress(self) -> Progress:
        """What is known of each question: `progress[slug]`."""
        return self._follower.progress

    @property
    def problems(self) -> list[str]:
        """A sentence for each damaged line of the journal."""
        return self._follower.tail.problems

    def damage(self) -> list[str]:
        """A sentence for each damaged line not told before; from now on `doctor` alone tells it."""
        tail = self._follower.tail
        new = [line for line in tail.damaged if line not in self.progress.damage_told]
        if new:
            with suppress(JournalError):  # then it is told once more
                self.journal.append("damage_told", lines=new)
                self.refresh()
        return [tail.problem(line) for line in new]

    # Moving about

    def open(self, slug: str) -> Question:
        """Make a question the current one."""
        self.question = self._by_slug[slug]
        if not self.progress[slug].opened:
            with suppress(ReadOnlyError):  # to look at a question nothing need be written
                self._record("opened")
        return self.question

    def next(self) -> Question | None:
        """Open the question after the current one; None at the end of the lab."""
        following = self.lab.questions[self.question.number : self.question.number + 1]
        return self.open(following[0].slug) if following else None

    def first_unfinished(self) -> Question | None:
        """Where to resume: the first question that is not passed; None when all are."""
        return next((q for q in self.lab.questions if not self.passed(q)), None)

    def passed(self, question: Question) -> bool:
        """Green, and for a look or run question explained besides."""
        state = self.progress[question.slug]
        return state.passed and (question.kind == "code" or bool(state.explanation))

    def stage(self, question: Question) -> Stage:
        """What a learner does now in a question."""
        state = self.progress[question.slug]
        if not state.opened:
            return "read"
        if self.pending_predictions(question):
            return "predict"
        if state.passed:
            return "done" if state.explanation else "explain"
        if question.kind != "code":
            return "look"
        return "check" if state.attempts else "write"

    def refresh(self) -> None:
        """Take in what another tutor on the same workspace has done since."""
        self._follower.update()

    def welcome(self) -> None:
        """Remember that the first-start page was seen: `progress.welcomed`."""
        with suppress(ReadOnlyError):  # then it is shown once more
            self._record("welcomed")

    # Predicting

    def pending_predictions(self, question: Question) -> tuple[Prediction, ...]:
        """Those still to be asked: neither answered nor skipped, and the question not yet green."""
        state = self.progress[question.slug]
        if state.passed:
            return ()
        return tuple(p for p in question.predictions if p.name not in state.predictions)

    def predict(self, name: str, answer: str, confidence: Confidence) -> Verdict:
        """Record an answer for the current question; a wrong form is explained and not recorded."""
        prediction = next(p for p in self.question.predictions if p.name == name)
        value = answers.understand(prediction, answer)
        if isinstance(value, answers.Misread):
            return Verdict(False, value.sentence)
        stored = value if prediction.kind in ("choice", "curve") else answer.strip()
        self._record("predicted", prediction=name, answer=stored, confidence=confidence, skipped=False)
        return Verdict(True, answers.show(prediction, value))

    def skip_predictions(self) -> None:
        """Record that the current question's remaining predictions were skipped."""
        for prediction in self.pending_predictions(self.question):
            with suppress(ReadOnlyError):  # then they are asked again
                self._record(
                    "predicted", prediction=prediction.name, answer="", confidence="guess", skipped=True
                )

    def answer_why(self, name: str, text: str) -> None:
        """Record what the learner makes of a surprise in the current question."""
        self._record("whyed", prediction=name, text=text.strip())

    def revelations(self, question: Question) -> tuple[Revelation, ...]:
        """The answered predictions of which the actual value is already known."""
        return revealed(question, self.progress[question.slug])

    # Hints

    def hint(self, question: Question | None = None) -> Hint:
        """The next rung, of the ladder for what failed last if there is one; recorded."""
        question = question or self.question
        state = self.progress[question.slug]
        hint = next_hint(question, state)
        if (hint.target, hint.rung - 1) not in state.hints:
            self._record("hinted", question, rung=hint.rung - 1, target=hint.target)
        return hint

    def hints_seen(self, question: Question) -> tuple[Hint, ...]:
        """Every hint already given, in the order it was given."""
        return hints_seen(question, self.progress[question.slug])

    # Checking

    async def check(
        self,
        question: Question | None = None,
        *,
        seed: int | None = None,
        figures: bool = True,
        values: bool = True,
    ) -> AsyncGenerator[Message]:
        """Check the learner's file: results, the report, then actual values, revelations and figures.

        The version that was checked is kept and the verdict journalled before the report is handed on; when
        that is refused, one NotKept follows the report.
        Closing the generator cancels the run. Raises CheckerError when the checker itself fails.
        """
        question = question or self.question
        path = self.workspace.exercise(question.slug)
        source = self.workspace.read(question.slug)
        run = self.checker.check(
            question, path, self.workspace.root, seed=seed, figures=figures, values=values
        )
        try:
            async for message in run:
                if isinstance(message, Unprotected) and not self._is_news(message):
                    continue
                for each in self._settled(question, message, source):
                    yield each
        finally:
            if isinstance(run, AsyncGenerator):
                await run.aclose()

    def _is_news(self, open_gaps: Unprotected) -> bool:
        """Whether it has not been said in this workspace yet; it then counts as said."""
        if set(open_gaps.gaps) <= self.progress.unprotected:
            return False
        with suppress(JournalError):  # where nothing can be kept it is said again
            self._record("unprotected", gaps=list(open_gaps.gaps))
        return True

    def _settled(self, question: Question, message: Any, source: bytes | None) -> Iterator[Message]:
        """Write down what a message brings, then hand on what is to be shown of it."""
        if isinstance(message, Report):
            refusal = self._keep_verdict(question, message, source)
            yield self._with_answers_owed(question, message)
            if refusal:
                yield NotKept(refusal)
            return
        yield message
        if isinstance(message, Actual) and (revelation := self._reveal(question, message)):
            yield revelation

    def _keep_verdict(self, question: Question, report: Report, source: bytes | None) -> str:
        """Keep the version, journal the verdict, write the report file; or say what refused it."""
        try:
            self._keep_checked(question, report, source)
        except JournalError as error:
            return f"What was checked is not kept: {error}"
        self._write_report(question, self._with_answers_owed(question, report))
        return ""

    def _keep_checked(self, question: Question, report: Report, source: bytes | None) -> None:
        for candidate in (source, self.workspace.read(question.slug)):
            if candidate is not None and hashlib.sha256(candidate).hexdigest() == report.sha256:
                self.journal.keep(candidate)
                break
        self._record(
            "checked",
            question,
            status=report.status,
            sha256=report.sha256,
            misconception=report.misconception,
            seconds=report.seconds,
            seed=report.seed,
            results=[[result.name, result.status] for result in report.results],
        )

    def _write_report(self, question: Question, report: Report) -> None:
        path = self.workspace.report(question.slug)
        with suppress(OSError):  # a convenience; a full disk was already said by the journal
            private_folder(self.workspace.state, path.parent.name)
            write_atomically(path, report_text(report).encode("utf-8", "backslashreplace"), private=True)

    def _with_answers_owed(self, question: Question, report: Report) -> Report:
        explained = bool(self.progress[question.slug].explanation)
        if question.kind == "code" or report.status is not Status.PASSED or explained:
            return report
        owed = Result(
            name="explanation",
            claim="Your explanation is written.",
            status=Status.UNWRITTEN,
            rationale="The code has run; your words about it are still missing.",
            help="start `tutor`, look at what is drawn, and answer the question below it.",
        )
        return replace(report, status=Status.UNWRITTEN, results=(*report.results, owed))

    def _reveal(self, question: Question, actual: Actual) -> Revelation | None:
        state = self.progress[question.slug]
        found = reveal(question, state, actual)
        if found and state.predictions[actual.name].right is None:
            with suppress(JournalError):  # the verdict before it was not kept either, which was said
                self._record(
                    "revealed",
                    question,
                    prediction=actual.name,
                    actual=actual.value,
                    right=found.right,
                    surprise=found.surprise,
                )
        return found

    # After the check

    def give_up(self) -> None:
        """Record that the learner wants to see the current question's solution before a pass."""
        self._record("gave_up")

    def explain(self, text: str) -> None:
        """Record the learner's own words on the current question."""
        self._record("explained", text=text.strip())

    def tick(self, points: Sequence[bool]) -> None:
        """Record which points of the model answer the explanation has."""
        self._record("ticked", points=[bool(point) for point in points])

    def solution(self, question: Question) -> Solution | str:
        """The reference answer, or the sentence that refuses it."""
        state = self.progress[question.slug]
        if not (state.passed or state.gave_up):
            return (
                f"The solution of {question.slug} is shown after a pass; run `tutor hint {question.slug}` "
                f"for a hint, or `tutor solution {question.slug} --give-up` to give up and see it."
            )
        source = without_markers(solution_source(self.lab.name, question.slug))
        return Solution(source, question.alternatives)

    def reset(self, question: Question | None = None) -> str | None:
        """Put the fresh exercise back; returns the name of the kept version, None when there was no file."""
        question = question or self.question
        fresh = fresh_exercise(self.lab.name, question.slug).encode()
        kept = self.write(question, fresh)
        self._record("reset", question, kept=kept)
        return kept

    def write(self, question: Question, source: bytes) -> str | None:
        """Write the learner's file, once what was there is kept and can be found; its name."""
        return self.workspace.replace(question.slug, source, partial(self._keep_unchecked, question))

    def _keep_unchecked(self, question: Question, source: bytes) -> str:
        """Keep a version and note whose it is: it must be in `history` even if we are killed right after."""
        sha = self.journal.keep(source)
        self._record("kept", question, kept=sha)
        return sha

    def history(self, question: Question) -> list[Version]:
        """The kept versions of a question's file, newest first."""
        return history(self.journal, self.lab.name, question.slug)

    def restore(self, question: Question, start: str) -> Version:
        """Bring the version back whose name begins with `start`; what was there is kept first."""
        version = find_version(self.history(question), question.slug, start)
        source = self.journal.version(version.sha256)
        kept = self.write(question, source)
        self._record("restored", question, sha256=version.sha256, kept=kept)
        return version

    async def close(self) -> None:
        """End the checker."""
        await self.checker.close()

    def _record(self, kind: str, question: Question | None = None, **data: Any) -> None:
        slug = (question or self.question).slug
        self.journal.append(kind, lab=self.lab.name, question=slug, **data)
        self.refresh()
