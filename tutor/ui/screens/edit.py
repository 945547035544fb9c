"""The editor inside the tutor, for machines without one: saving checks, errors are marked on their line."""

from __future__ import annotations

import io
import re
import tokenize
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tutor.errors import WorkspaceError
from tutor.model import Question
from tutor.ui import verdict
from tutor.ui.blocks import say
from tutor.ui.desk import Desk
from tutor.ui.run import Run
from tutor.ui.said import said
from tutor.ui.screens.ask import ConfirmScreen
from tutor.ui.screens.base import TutorScreen
from tutor.ui.screens.lab_checking import LabChecking
from tutor.ui.widgets.bars import KeyBar, KeyItem
from tutor.ui.widgets.codearea import CodeArea
from tutor.ui.widgets.page import Page

_REWRITTEN = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What Textual takes for the end of a line, and would save as a newline."""


class EditScreen(TutorScreen[None]):
    """The file of one question, with the verdict below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save and check", show=False, id="edit.save", priority=True),
        Binding("escape,ctrl+w", "leave", "Back to the lab", show=False, id="edit.leave", priority=True),
    ]

    def __init__(self, desk: Desk, question: Question, lab: LabChecking) -> None:
        super().__init__(id="editing")
        self.desk = desk
        self.question = question
        self.lab = lab
        self._on_disk = desk.session.workspace.read(question.slug)
        self._left = False
        self._encoding, self._saved = _decode(desk.file(question), self._on_disk)
        self._text = self._saved

    def compose(self) -> ComposeResult:
        """Lay out the text, the verdict and the keys."""
        area = CodeArea(self._saved, id="code")
        area.border_title = self.desk.file(self.question)
        yield area
        yield Page([say(("Ctrl+S", "t-key"), " saves and checks.")], id="edit-verdict")
        yield KeyBar(
            [
                KeyItem("Ctrl+S", "save and check", "screen.save"),
                KeyItem("Ctrl+Z", "undo", "screen.undo"),
                KeyItem("Ctrl+Y", "redo", "screen.redo"),
                KeyItem("Esc", "back to the lab", "screen.leave"),
            ]
        )

    @property
    def area(self) -> CodeArea:
        """The text."""
        return self.query_one(CodeArea)

    def on_mount(self) -> None:
        """Put the cursor where something is to be written, and follow the checks."""
        self.area.focus()
        todo = next(
            (k for k, line in enumerate(self._saved.splitlines()) if "NotImplementedError" in line), 0
        )
        self.area.move_cursor((todo, 0))
        self.lab.run_changed.subscribe(self, self._show_run)
        if self.lab.run is not None:
            self._show_run(self.lab.run)
        if self.desk.drafts.get(f"{self.question.slug}.py"):
            path = self.desk.short(self.desk.drafts.path(f"{self.question.slug}.py"))
            self.notify(f"The tutor ended last time before you saved; that text is in {path}.", markup=False)

    @said
    def action_save(self) -> None:
        """Save, unless the file was changed elsewhere in the meantime; then ask."""
        if self.desk.session.workspace.read(self.question.slug) == self._on_disk:
            self._save(True)
            return
        consequence = "Your other editor's version is kept: `tutor restore` brings it back."
        ask = ConfirmScreen("The file was changed elsewhere. Save over it?", consequence, "save over it")
        self.app.push_screen(ask, self._save)

    @said
    def _save(self, agreed: bool | None) -> None:
        if not agreed:
            return
        session = self.desk.session
        source = self.area.text.encode(self._encoding, "backslashreplace")
        session.write(self.question, source)
        self.lab.watch_files.accept(session.workspace.exercise(self.question.slug))
        self._on_disk, self._saved = source, self._text
        self.lab.check()

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost."""
        return self._text != self._saved

    def on_text_area_changed(self) -> None:
        """Remember the text: at the very end the widget is gone before the screen is."""
        self._text = self.area.text

    def on_unmount(self) -> None:
        """Keep what is not saved, should the program end here."""
        draft = "" if self._left or self._text == self._saved else self._text
        self.desk.drafts.put(f"{self.question.slug}.py", draft)

    def action_undo(self) -> None:
        """Take the last change back."""
        self.area.undo()

    def action_redo(self) -> None:
        """Do it again."""
        self.area.redo()

    def action_leave(self) -> None:
        """Go back to the lab; ask first when something is not saved."""
        if not self.unsaved:
            self.dismiss(None)
            return
        ask = ConfirmScreen("Leave without saving?", "What you changed since the last save is lost.", "leave")
        self.app.push_screen(ask, self._leave)

    def _leave(self, agreed: bool | None) -> None:
        if agreed:
            self._left = True
            self.dismiss(None)

    def _show_run(self, run: Run) -> None:
        if run.question is not self.question:
            return
        around = self.lab.surroundings()
        self.query_one("#edit-verdict", Page).show(verdict.after(run, around))
        self.area.mark(run.failure.line if run.failure else None)


def _decode(name: str, source: bytes | None) -> tuple[str, str]:
    """Give the encoding (PEP 263) and the text of a file."""
    if source is None:
        raise WorkspaceError(f"{name} is missing or no ordinary file; x puts a fresh one there.")
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
        text = source.decode(encoding)
    except (SyntaxError, UnicodeDecodeError):
        raise WorkspaceError(
            f"{name} is not text that can be edited here; open it in your own editor, or put a fresh one "
            "back with x."
        ) from None
    if _REWRITTEN.search(text):
        raise WorkspaceError(
            f"{name} holds unusual line ends (such as U+2028), which this editor would change; open it in "
            "your own editor, or put a fresh one back with x."
        )
    return encoding, text
