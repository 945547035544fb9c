"""`tutor review` and `tutor progress`, without a screen."""

from __future__ import annotations

import asyncio
import os
import sys
from datetime import date

from tutor.errors import TutorError
from tutor.printing import ask, say
from tutor.review.knowing import know
from tutor.review.listing import due_lines
from tutor.review.opening import open_review
from tutor.review.plain import Line
from tutor.review.session import ReviewSession
from tutor.review.telling import tell
from tutor.session import Session
from tutor.statement import wrap

NO_EXAM = "none"


def set_exam(review: ReviewSession, text: str) -> str:
    """Note the day of the exam, or that there is none; the sentence that confirms it."""
    if text.casefold() == NO_EXAM:
        review.set_exam(None)
        return "No exam: cards come back when they would be forgotten."
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise TutorError(
            f"“{text}” is no date; write it as YYYY-MM-DD, or `--exam {NO_EXAM}` when it is over."
        ) from None
    review.set_exam(day.toordinal())
    return f"Exam on {day:%A}, {day.day} {day:%B %Y}: everything comes back before it."


def note_exam(session: Session, text: str, *, quiet: bool = False) -> None:
    """Write the day of the exam down and say so; `quiet` keeps standard output for a list."""
    print(set_exam(open_review(session), text), file=sys.stderr if quiet else sys.stdout)


def review_lines(session: Session, *, limit: int | None, as_json: bool) -> int:
    """Review line by line, or list what is due; returns the exit status."""
    review = open_review(session, limit)
    review.grow()
    if as_json:
        for line in due_lines(review):
            print(line)
        return 0
    ascii_only = not _prints(sys.stdout.encoding, "█ ∂ ²")
    asyncio.run(_review(session, Line(review, say, ask, ascii_only=ascii_only)))
    return 0


async def _review(session: Session, line: Line) -> None:
    try:
        await line.run()
    finally:
        await session.close()


def progress_lines(session: Session) -> int:
    """Print what the learner knows about themselves; returns the exit status."""
    review = open_review(session)
    ascii_only = not _prints(sys.stdout.encoding, "█░│")
    width = min(100, max(40, _columns()))
    say(session.lab.title)
    for section in tell(know(session, review), review.days, review.clock(), ascii_only=ascii_only):
        say(f"\n{section.title}")
        for line in section.lines:
            for k, row in enumerate(wrap(line, width - 4) if len(line) > width - 4 else [line]):
                say(f"{'    ' if k else '  '}{row}")
    say("\nAll of this comes from .tutor/journal.jsonl on this machine, and stays there.")
    return 0


def _prints(encoding: str | None, text: str) -> bool:
    try:
        text.encode(encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 80
