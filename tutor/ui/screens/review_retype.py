"""The review's screen, its second layer: a function is written once more, in a scratch file."""

from __future__ import annotations

from contextlib import aclosing
from pathlib import Path

from textual import work
from textual.app import SuspendNotSupported

from tutor.errors import CheckerError
from tutor.model import Report
from tutor.report_text import report_text
from tutor.review.prompts import Prompt
from tutor.ui import editor
from tutor.ui.blocks import say, verbatim
from tutor.ui.screens.review_base import ReviewBase
from tutor.ui.screens.review_text import ask_text, turned_text


class ReviewRetype(ReviewBase):
    """Opens the scratch file and checks it; the exercise stays as it is."""

    def action_edit(self) -> None:
        """Open the scratch file in the learner's editor."""
        path = self.prompt.path if self.prompt else None
        parts = editor.command(self.desk.settings.edit_cmd)
        if path is None:
            return
        if not parts:
            self.notify(f"There is no editor here; open {path} elsewhere, then press r.", markup=False)
        elif editor.has_window(parts):
            self.complain(editor.open_in_window(parts, path))
        else:
            self._edit_in_terminal(parts, path)

    def _edit_in_terminal(self, parts: list[str], path: Path) -> None:
        try:
            with self.app.suspend():
                complaint = editor.open_in_terminal(parts, path)
        except SuspendNotSupported:
            complaint = f"The editor cannot have this terminal; open {path} elsewhere, then press r."
        self.complain(complaint)
        if not complaint:
            self.action_check()

    def complain(self, sentence: str) -> None:
        """Say what went wrong, if anything did."""
        if sentence:
            self.notify(sentence, severity="error", timeout=12, markup=False)

    @work(exclusive=True, group="check")
    async def action_check(self) -> None:
        """Check the scratch file; what it says stands below the question."""
        current = self.prompt
        if current is None or current.path is None:
            return
        self.card.show([*ask_text(current), say(""), say(("Checking …", "t-dim"))])
        try:
            async with aclosing(self.review.check()) as run:
                async for message in run:
                    if isinstance(message, Report):
                        await self._checked(current, message)
        except CheckerError as error:
            self.complain(str(error))

    async def _checked(self, current: Prompt, report: Report) -> None:
        lines = verbatim(report_text(report, ascii_only=self.desk.settings.ascii))
        turned = self.review.turned
        if turned is None or not turned.right:
            self.review.turned = None  # not given up yet
            self.card.show([*ask_text(current), say(""), *lines])
        else:
            self.card.show([*ask_text(current), say(""), *lines, *turned_text(turned, self.desk)])
        self.show_keys()
