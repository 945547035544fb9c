"""What every screen of the tutor is given: the session, and how the learner wants it shown."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.cleaning import one_line
from tutor.model import Question, Status
from tutor.session import Session
from tutor.settings import Settings
from tutor.ui.drafts import Drafts
from tutor.ui.keys import KeyNames
from tutor.ui.symbols import ASCII, ROLES, UNICODE, Symbols

if TYPE_CHECKING:
    from tutor.figures.looks import Look


@dataclass
class Desk:
    """One learner's session with their settings."""

    session: Session
    settings: Settings
    colourless: bool = False
    """Whether the learner asked for no colours at all (NO_COLOR)."""
    due: int = 0
    """Cards to review now, as far as it was counted."""
    review_limit: int | None = None
    """Cards a day, if the command line says how many."""
    key: KeyNames = field(init=False)
    symbols: Symbols = field(init=False)

    def __post_init__(self) -> None:
        self.key = KeyNames(self.settings.keys)
        self.symbols = ASCII if self.settings.ascii else UNICODE

    @property
    def look(self) -> Look:
        """Say what figures may use."""
        from tutor.figures.looks import Look  # the first frame needs no figures

        return Look(colour=not self.colourless, ascii=self.settings.ascii)

    @property
    def drafts(self) -> Drafts:
        """Texts that are still being written."""
        return Drafts(self.session.workspace.state / "drafts")

    def file(self, question: Question) -> str:
        """Name the exercise file as a learner would type it."""
        return self.short(self.session.workspace.exercise(question.slug))

    def report_file(self, question: Question) -> str:
        """Name the file that holds the last report of a question."""
        return self.short(self.session.workspace.report(question.slug))

    def short(self, path: Path) -> str:
        """Write a path from where the learner is, or from the workspace, if it lies below."""
        bases = [self.session.workspace.root]
        with suppress(OSError):  # where the learner was may be gone
            bases.insert(0, Path.cwd())
        base = next((base for base in bases if path.is_relative_to(base)), None)
        return one_line(str(path.relative_to(base) if base else path))

    def mark(self, question: Question) -> tuple[str, str]:
        """Give the sign of a question's standing and its role."""
        state = self.session.progress[question.slug]
        if self.session.passed(question):
            return self.symbols.passed, ROLES[Status.PASSED]
        if state.passed:
            return self.symbols.unwritten, "t-warn"
        if state.attempts and state.last_status is not None:
            return self.symbols.status(state.last_status), ROLES[state.last_status]
        return (self.symbols.running, "t-dim") if state.opened else (" ", "")

    def surprises(self, question: Question) -> int:
        """Count the confident misses whose "why?" is still open."""
        foreseen = self.session.progress[question.slug].predictions
        return sum(one.surprise and not one.why for one in foreseen.values())
