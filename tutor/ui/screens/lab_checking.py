"""The lab's screen, its second layer: runs checks, notices saves, opens editors."""

from __future__ import annotations

from asyncio import CancelledError
from contextlib import aclosing
from typing import TYPE_CHECKING

from textual import work
from textual.app import SuspendNotSupported
from textual.signal import Signal

from tutor.errors import CheckerError, TutorError
from tutor.model import Progress, Question, Unprotected
from tutor.ui import editor
from tutor.ui.desk import Desk
from tutor.ui.messages import FileSaved, RunEnded, RunStarted
from tutor.ui.said import said
from tutor.ui.screens.lab_base import LabBase
from tutor.watch import Watch

if TYPE_CHECKING:
    from tutor.ui.run import Run

FRAMES = 10
"""Pictures a second of a live curve; half as many with reduced motion."""
SOON = 0.06
"""Seconds within which most verdicts come: painting what comes before would only make them later."""


class LabChecking(LabBase):
    """Checks the question in view, on a key or on a save; a new run cancels the one before."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        workspace = desk.session.workspace
        self.watch_files = Watch(workspace.exercise(one.slug) for one in desk.session.lab.questions)
        self._flushing = False
        """Whether what changed will be shown, or was and is not painted yet."""
        self._changed_again = False
        self._saved_meanwhile = False
        self.run_changed: Signal[Run] = Signal(self, "run changed")
        """Published when there is more to show of a run."""

    def on_mount(self) -> None:
        """Start watching the files."""
        self._follow_saves()
        rate = FRAMES / 2 if self.desk.settings.reduced_motion else FRAMES
        self._pictures = self.set_interval(1 / rate, self._show_training, pause=True)

    def show_question(self, slug: str) -> None:
        """Watch the file of the question in view most closely."""
        super().show_question(slug)
        self.watch_files.near = self.session.workspace.exercise(slug)

    @said
    def action_run(self) -> None:
        """Check the file as it is now."""
        self.check()

    def action_cancel(self) -> None:
        """Cancel the run, if there is one."""
        self.workers.cancel_group(self, "check")

    def check(self) -> None:
        """Ask for the predictions first, if any are still to be made, then check."""
        self.take_up()
        self.choose_section("verdict")
        if not self.has_class("-wide"):
            self.show_pane("work")
        if self.session.pending_predictions(self.question):
            self.ask_predictions(then_check=True)
        else:
            self._check(self.question)

    def take_up(self) -> None:
        """Make the question in view the session's: from here on things are recorded about it."""
        self.read.add(self.question.slug)
        self.session.open(self.question.slug)

    def ask_predictions(self, *, then_check: bool) -> None:
        """Ask the predictions over the screen."""
        from tutor.ui.screens.predict import PredictScreen

        question = self.question

        def after(_: bool | None) -> None:
            self.show_all()
            if then_check:
                self._check(question)

        self.app.push_screen(PredictScreen(self.desk, question), after)

    @work(group="check", exclusive=True, exit_on_error=False)
    async def _check(self, question: Question) -> None:
        from tutor.ui.run import Run

        before = self.runs.get(question.slug)
        run = Run(question, self.session.workspace.exercise(question.slug))
        run.last_green = before.green_losses() if before else None
        self.runs[question.slug] = run
        self.post_message(RunStarted(question.slug))
        waited = run.clock() + SOON
        self.set_timer(SOON, self.changed)
        self._pictures.resume()
        try:
            async with aclosing(self.session.check(question)) as messages:
                async for message in messages:
                    run.add(message)
                    if isinstance(message, Unprotected):
                        self.notify(message.sentence, severity="warning", timeout=12, markup=False)
                    if not isinstance(message, Progress) and (run.report or run.clock() >= waited):
                        self.changed()
            run.finished = True
        except CancelledError:
            run.cancelled = True
            raise
        except CheckerError as error:
            run.error = str(error)
        except TutorError as error:
            run.refusal = str(error)
        except Exception as error:  # noqa: BLE001 - whatever it is, a run that stands still would be worse
            run.error = f"{type(error).__name__}: {error}"
        finally:
            self.changed()
            self.post_message(RunEnded(question.slug, run.status))

    def changed(self) -> None:
        """Show what a run brought, once a picture however many messages there were."""
        self._changed_again = self._flushing
        if not self._flushing and self.is_attached:
            self._flushing = True
            self.call_later(self._flush)
            self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        self._flushing = False
        if self._changed_again:
            self.changed()

    def _flush(self) -> None:
        self.show_all()
        self.show_figures()
        if self.run is not None:
            self.run_changed.publish(self.run)

    def show_figures(self) -> None:
        """Draw the figures; the layer above knows how."""

    def _show_training(self) -> None:
        if not any(run.running for run in self.runs.values()):
            self._pictures.pause()
        elif self.run and self.run.running and self.run.progress:
            self._flush()

    @work(group="watch", exit_on_error=False)
    async def _follow_saves(self) -> None:
        async for path in self.watch_files.saves():
            self.post_message(FileSaved(path))

    def on_file_saved(self, event: FileSaved) -> None:
        """Check the file that was saved, or say which one it was if it is not the one in view."""
        if event.path == self.session.workspace.exercise(self.question.slug):
            self.check_after_save()
        else:
            self.notify(
                f"You saved {event.path.name}; the question in view is {self.question.slug}. "
                f"{self.desk.key('lab.list')} takes you to another.",
                markup=False,
            )

    def check_after_save(self) -> None:
        """Check again; while something is being asked over the screen, wait until it is answered."""
        self._saved_meanwhile = self.app.screen is not self
        if not self._saved_meanwhile:
            self.action_run()

    def on_screen_resume(self) -> None:
        """Check what was saved while something was being asked."""
        if self._saved_meanwhile:
            self.check_after_save()

    @said
    def action_edit(self) -> None:
        """Open the file in the learner's editor; the running check is cancelled, a new one follows."""
        self.take_up()
        self.show_bars()
        parts = editor.command(self.desk.settings.edit_cmd)
        path = self.session.workspace.exercise(self.question.slug)
        if not parts:
            self.action_edit_here()
        elif editor.has_window(parts):
            self._complain(editor.open_in_window(parts, path))
        else:
            self.action_cancel()
            self._edit_in_terminal(parts)

    def action_edit_here(self) -> None:
        """Open the editor inside the tutor; the layer above has it."""

    def _edit_in_terminal(self, parts: list[str]) -> None:
        path = self.session.workspace.exercise(self.question.slug)
        before = self.session.workspace.read(self.question.slug)
        try:
            with self.app.suspend():
                complaint = editor.open_in_terminal(parts, path)
        except SuspendNotSupported:
            self.action_edit_here()
            return
        self.watch_files.accept(path)
        self._complain(complaint)
        changed = self.session.workspace.read(self.question.slug) != before
        if changed or not (complaint or self.session.pending_predictions(self.question)):
            self.check()

    def _complain(self, complaint: str) -> None:
        if complaint:
            self.notify(complaint, severity="error", timeout=10, markup=False)
