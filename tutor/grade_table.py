"""The table at the end of a grading: questions, learners, and what could not be read."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from tutor.cleaning import one_line
from tutor.model import Question, Status
from tutor.printing import say
from tutor.submissions import Submission

COLUMNS = (Status.PASSED, Status.FAILED, Status.TIMED_OUT, Status.UNWRITTEN, Status.ERROR)
HEADING = f"{'question':26}{'passed':>8}{'failed':>8}{'slow':>6}{'unwritten':>11}{'error':>7}  most often"

Result = Mapping[str, Any]
"""One line of `--json`."""


def question_rows(results: Sequence[Result], questions: Sequence[Question]) -> list[str]:
    """How many of each status a question has; the commonest mistake beside it."""
    return [HEADING, *(_row(question.slug, results) for question in questions)]


def _row(slug: str, results: Sequence[Result]) -> str:
    mine = [line for line in results if line["question"] == slug]
    counts = Counter(line["status"] for line in mine)
    mistakes = Counter(line["misconception"] for line in mine if line["misconception"])
    often = "{} ({})".format(*mistakes.most_common(1)[0]) if mistakes else ""
    passed, failed, slow, unwritten, error = (counts[status] for status in COLUMNS)
    return f"{slug:26}{passed:8}{failed:8}{slow:6}{unwritten:11}{error:7}  {one_line(often)}"


def print_learners(graded: Sequence[tuple[Submission, Result]]) -> None:
    """A row of symbols for each learner, question by question."""
    rows: dict[str, list[Status]] = {}
    ordered = sorted(graded, key=lambda pair: (pair[0].workspace.name, pair[0].question.number))
    for submission, result in ordered:
        rows.setdefault(submission.workspace.name, []).append(Status(result["status"]))
    for name, statuses in rows.items():
        say(f"{one_line(name):26}", *statuses)


def print_unread(unread: Mapping[str, Sequence[str]]) -> None:
    """One sentence for each learner whose files could not all be read, on standard error."""
    for learner, sentences in sorted(unread.items()):
        more = f" (and {len(sentences) - 1} more of these files)" if len(sentences) > 1 else ""
        print(one_line(f"{learner}: {sentences[0]}{more}"), file=sys.stderr)
