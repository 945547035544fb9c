"""The lab's screen, complete: keys, moving about, predictions, hints, explanation, solution."""

from __future__ import annotations

from typing import ClassVar, cast

from textual.binding import BindingType

from tutor.report_text import report_text
from tutor.ui.foot import GO_ON, foot, foot_of_place, quitting
from tutor.ui.keys import LAB_KEYS
from tutor.ui.messages import QuestionChosen, QuestionShown
from tutor.ui.said import said
from tutor.ui.screens.lab_base import PANES
from tutor.ui.screens.lab_helping import LabHelping
from tutor.ui.widgets.bars import KeyBar, KeyItem
from tutor.ui.widgets.work import Section


class LabScreen(LabHelping):
    """Where a learner works."""

    BINDINGS: ClassVar[list[BindingType]] = [*LAB_KEYS]

    def show_bars(self) -> None:
        """Show the keys that matter in the present stage too."""
        super().show_bars()
        key = self.desk.key
        place = self.focused.id if self.focused else None
        if special := foot_of_place(place or "", key):
            self.query_one(KeyBar).show(special)
            return
        running = self.run is not None and self.run.running
        figures = self.work.section == "figure" and self.pane == "work"
        items = foot(self.stage(), key, running=running, figures=figures)
        items += [KeyItem(key("tutor.help"), "help", "app.help"), quitting(key)]
        self.query_one(KeyBar).show(items)

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the keyboard now."""
        self.show_bars()

    def action_go_on(self) -> None:
        """Do what the present stage asks for."""
        stage = self.stage()
        if stage == "look" and not (self.run and self.run.figures):
            self.action_run()
        elif GO_ON[stage] == "figure":
            self.action_section("figure")
        else:
            getattr(self, f"action_{GO_ON[stage]}")()

    @said
    def action_next(self) -> None:
        """Go to the next question once this one is done; past the last one, sum up."""
        if not self.session.passed(self.question):
            self.notify(self._why_not_next(), markup=False)
            return
        self.session.open(self.question.slug)
        following = self.session.next()
        if following is None:
            self.show_summary()
            return
        self.show_question(following.slug)
        self.show_pane("statement")

    def _why_not_next(self) -> str:
        key = self.desk.key
        if self.session.progress[self.question.slug].passed:
            return f"One thing is missing: your explanation. {key('lab.explain')} opens it."
        return f"This question is not done yet; {key('lab.list')} takes you to any other."

    def action_list(self) -> None:
        """Go to the tree of questions."""
        self.show_pane("tree")

    def action_pane(self, pane: str) -> None:
        """Go to a pane."""
        self.show_pane(pane)

    def action_turn(self, step: int) -> None:
        """Go to the next pane or the one before."""
        self.show_pane(PANES[(PANES.index(self._focused_pane()) + step) % len(PANES)])

    def action_back(self) -> None:
        """Go back to the statement of the question at hand."""
        if self.pane == "tree":
            self.show_question(self.session.question.slug)
        self.show_pane("statement")

    def action_section(self, section: str) -> None:
        """Bring a section of the work pane into view and go there."""
        self.choose_section(cast(Section, section))
        self.show_figures()
        self.show_pane("work")

    def on_question_shown(self, event: QuestionShown) -> None:
        """Show the question under the cursor of the tree."""
        self.show_question(event.slug)

    def on_question_chosen(self, event: QuestionChosen) -> None:
        """Go to a question."""
        self.go_to(event.slug)

    def action_reset(self) -> None:
        """Put the fresh file back, once confirmed."""
        from tutor.ui.screens.ask import ConfirmScreen

        name = self.desk.file(self.question)
        consequence = "What is there now is kept: `tutor history` lists it, `tutor restore` brings it back."
        ask = ConfirmScreen(f"Put the fresh {name} back?", consequence, "put it back")
        self.app.push_screen(ask, self._reset)

    @said
    def _reset(self, agreed: bool | None) -> None:
        if not agreed:
            return
        self.take_up()
        kept = self.session.reset(self.question)
        self.watch_files.accept(self.session.workspace.exercise(self.question.slug))
        self.runs.pop(self.question.slug, None)
        self.choose_section("verdict")
        back = f" Back: tutor restore {self.question.slug} {kept[:10]}" if kept else ""
        self.notify(f"{self.desk.file(self.question)} is fresh again.{back}", timeout=10, markup=False)

    def action_copy(self) -> None:
        """Copy the report, and say where it is written too."""
        run = self.run
        if run is None or run.report is None:
            self.notify("There is no report yet; check the file first.", markup=False)
            return
        self.app.copy_to_clipboard(report_text(run.report, ascii_only=self.desk.settings.ascii))
        path = self.desk.report_file(self.question)
        self.notify(f"The report was sent to the clipboard; it is also in {path}.", timeout=8, markup=False)

    def _focused_pane(self) -> str:
        for node in self.focused.ancestors_with_self if self.focused else ():
            if node.id in PANES:
                return str(node.id)
        return self.pane
