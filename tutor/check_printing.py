"""Runs questions one after another and prints each report as it comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tutor.errors import CheckerError
from tutor.journal import Journal
from tutor.model import Lab, Output, Question, Report, Status, Unprotected
from tutor.predicting import sentence
from tutor.printing import say, symbols, warn
from tutor.report_json import report_json
from tutor.report_text import ASCII_SYMBOLS, WORDS, report_text
from tutor.session import Checker, NotKept, Revelation, Session
from tutor.workspace import Workspace

SHOWN_OUTPUT = 2000
"""Characters of the learner's own output that are printed below a report."""


def open_session(lab: Lab, workspace: Workspace, checker: Checker) -> Session:
    """The session, with what is newly wrong with its journal said on standard error."""
    session = Session(lab, workspace, Journal(workspace.state), checker)
    for problem in session.damage():
        warn(problem)
    return session


async def check_all(
    session: Session, questions: Sequence[Question], *, seed: int | None, as_json: bool
) -> int:
    """Check and print all; returns the exit status."""
    brief = len(questions) > 1
    refused: list[NotKept] = []
    statuses = [await _check_one(session, question, seed, as_json, brief, refused) for question in questions]
    if refused:
        warn(refused[0].sentence)  # once: the others have the same reason
    if brief and not as_json:
        counts = Counter(statuses)
        say(", ".join(f"{count} {WORDS[status]}" for status, count in counts.items()) + ".")
    if Status.ERROR in statuses:
        return 2
    return 0 if all(status is Status.PASSED for status in statuses) else 1


async def _check_one(
    session: Session,
    question: Question,
    seed: int | None,
    as_json: bool,
    brief: bool,
    refused: list[NotKept],
) -> Status:
    """Check and print one; that its verdict could not be kept goes into `refused`."""
    status = Status.ERROR
    output = ""
    foreseen = session.progress[question.slug].predictions.values()
    values = any(not each.skipped for each in foreseen)
    try:
        async for message in session.check(question, seed=seed, figures=False, values=values):
            if isinstance(message, Report):
                status = message.status
                if as_json:
                    say(report_json(message))
                else:
                    say(message.status, _for_people(message, brief))
            elif isinstance(message, Output):
                output += message.text
            elif isinstance(message, NotKept):
                refused.append(message)
            elif isinstance(message, Unprotected):
                warn(message.sentence)
            elif isinstance(message, Revelation) and not as_json:
                say(f"  {sentence(message)}")
    except CheckerError as error:
        warn(f"{question.slug}: {error}")
    if output and not as_json and not brief:
        say(f"Your program printed:\n{output[:SHOWN_OUTPUT].rstrip()}")
    return status


def _for_people(report: Report, brief: bool) -> str:
    """What stands after the symbol of the report's status."""
    if brief and report.status in (Status.PASSED, Status.UNWRITTEN):
        return f" {report.question}: {WORDS[report.status]}"
    text = report_text(report, ascii_only=symbols() is ASCII_SYMBOLS)
    return text.removeprefix(symbols()[report.status]).rstrip("\n")
