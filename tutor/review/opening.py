"""A review of the lab that a session is about, with the learner's settings."""

from __future__ import annotations

from tutor.review.session import ReviewSession, due_today
from tutor.review.settings import ReviewSettings, load_review
from tutor.session import Session
from tutor.settings import load as load_settings


def open_review(session: Session, limit: int | None = None) -> ReviewSession:
    """The review as it stands; nothing is written yet."""
    return ReviewSession(
        session.lab,
        session.workspace,
        session.journal,
        session.checker,  # type: ignore[arg-type]  # the real one draws prompts, too
        settings=_settings(session),
        limit=limit,
        clock=session.journal.clock,
    )


def due_now(session: Session) -> int:
    """How many cards are due; writes nothing."""
    return due_today(session.lab, session.journal, _settings(session))


def _settings(session: Session) -> ReviewSettings:
    return load_review(load_settings(session.workspace.root).files)
