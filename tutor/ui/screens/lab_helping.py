"""The lab's screen, its third layer: predictions, hints, explanation, solution, figures, search.

Screens and widgets that open on a key are imported by it: the first frame does not wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.model import Curves
from tutor.ui.messages import ExplanationWritten, PointsTicked, WhyAnswered
from tutor.ui.said import said
from tutor.ui.screens.lab_checking import LabChecking
from tutor.ui.widgets.work import Section

if TYPE_CHECKING:
    from tutor.ui.widgets.explain import ExplainPane
    from tutor.ui.widgets.figures import FigurePane


class LabHelping(LabChecking):
    """Helps with the question in view."""

    def choose_section(self, section: Section) -> None:
        """Bring a section into view, with what belongs to it besides text."""
        super().choose_section(section)
        if section == "explain":
            self._explain_pane().show(self.question, self.session.progress[self.question.slug])
        if section == "predictions":
            self._ask_why()
        self.show_figures()

    @said
    def action_predict(self) -> None:
        """Ask what is still to be predicted; afterwards show how it turned out."""
        self.take_up()
        self.choose_section("predictions")
        if self.session.pending_predictions(self.question):
            self.ask_predictions(then_check=False)
        else:
            self.show_pane("work")

    @said
    def action_hint(self) -> None:
        """Show the hints taken so far; from there, or when there are none, take the next one."""
        self.take_up()
        if self.work.section == "hints" or not self.session.hints_seen(self.question):
            seen = len(self.session.hints_seen(self.question))
            self.session.hint(self.question)
            if len(self.session.hints_seen(self.question)) == seen:
                self.notify("These are all the hints there are.", markup=False)
        self.choose_section("hints")
        self.show_pane("work")
        self.call_after_refresh(self.work.page.scroll_end, animate=False)

    @said
    def action_explain(self) -> None:
        """Open the explanation."""
        self.take_up()
        self.choose_section("explain")
        self.show_pane("work")

    @said
    def on_explanation_written(self, event: ExplanationWritten) -> None:
        """Record the learner's words; then the model answer may be seen."""
        self.take_up()
        self.session.explain(event.text)
        self.choose_section("explain")
        self._explain_pane().ask_ticks()

    @said
    def on_points_ticked(self, event: PointsTicked) -> None:
        """Record the ticks."""
        self.take_up()
        self.session.tick(event.points)

    @said
    def on_why_answered(self, event: WhyAnswered) -> None:
        """Record what the learner makes of a surprise."""
        self.take_up()
        self.session.answer_why(event.prediction, event.text)
        self.choose_section("predictions")
        self.show_pane("work")

    @said
    def action_solution(self) -> None:
        """Show the solution after a pass or a recorded give-up; offer to give up otherwise."""
        self.take_up()
        from tutor.ui.screens.ask import ConfirmScreen

        state = self.session.progress[self.question.slug]
        if state.passed or state.gave_up:
            self._show_solution()
            return
        consequence = (
            "That is written down, and the question stays open: you can still answer it yourself. "
            f"{self.desk.key('lab.hint')} gives a hint instead."
        )
        ask = ConfirmScreen("Give up on this question and see the solution?", consequence, "give up")
        self.app.push_screen(ask, self._give_up)

    @said
    def _give_up(self, agreed: bool | None) -> None:
        if agreed:
            self.session.give_up()
            self._show_solution()

    def _show_solution(self) -> None:
        from tutor.ui.screens.solution import SolutionScreen

        solution = self.session.solution(self.question)
        if isinstance(solution, str):
            self.notify(solution, markup=False)
            return
        own = self.session.workspace.read(self.question.slug) or b""
        self.app.push_screen(
            SolutionScreen(self.desk, self.question, own.decode("utf-8", "replace"), solution)
        )

    def action_log_axis(self) -> None:
        """Switch the loss axis between straight and logarithmic."""
        from tutor.ui.widgets.figures import FigurePane, TrainingCurve

        for pane in self.query(FigurePane):
            pane.toggle_log()
        for curve in self.query(TrainingCurve):
            curve.toggle_log()

    def show_figures(self) -> None:
        """Draw the live curve of a training, and the figures where they are in view."""
        run, section = self.run, self.work.section
        self._show_training_curve(run.live_curve() if run and run.running and section == "verdict" else None)
        if section == "figure":
            self._figure_pane().show(run.drawings if run else [], self._no_figures())

    def _show_training_curve(self, curve: Curves | None) -> None:
        self.set_class(curve is not None, "-training")
        if curve is None:
            self.query("#training").set(display=False)
            return
        from tutor.ui.widgets.figures import TrainingCurve

        if not self.query(TrainingCurve):
            self.work.add(TrainingCurve(self.desk.look, id="training"), "verdict")
        widget = self.query_one(TrainingCurve)
        widget.display = True
        widget.show(curve)

    def action_search(self) -> None:
        """Search the questions and go to one."""
        from tutor.ui.screens.search import SearchScreen

        self.app.push_screen(SearchScreen(self.desk), lambda slug: self.go_to(slug) if slug else None)

    @said
    def go_to(self, slug: str) -> None:
        """Go to a question."""
        self.session.open(slug)
        self.show_question(slug)
        self.show_pane("statement")

    @said
    def action_edit_here(self) -> None:
        """Open the editor inside the tutor."""
        from tutor.ui.screens.edit import EditScreen

        self.take_up()
        self.app.push_screen(EditScreen(self.desk, self.question, self), lambda _: self.show_all())

    def show_summary(self) -> None:
        """Show how the lab went."""
        from tutor.ui.screens.summary import SummaryScreen

        self.app.push_screen(SummaryScreen(self.desk, self.runs))

    def _no_figures(self) -> str:
        key = self.desk.key("lab.run")
        return f"Nothing is drawn yet: figures come after a pass. {key} checks the file."

    def _explain_pane(self) -> ExplainPane:
        from tutor.ui.widgets.explain import ExplainPane

        if not self.query(ExplainPane):
            self.work.add(ExplainPane(self.desk.symbols, self.desk.drafts, id="explain"), "explain")
        return self.query_one(ExplainPane)

    def _figure_pane(self) -> FigurePane:
        from tutor.ui.widgets.figures import FigurePane

        if not self.query(FigurePane):
            self.work.add(FigurePane(self.desk.look, id="figures"), "figure")
        return self.query_one(FigurePane)

    def _ask_why(self) -> None:
        from tutor.ui.widgets.why import WhyPane

        if not self.query(WhyPane):
            self.work.add(WhyPane(id="why"), "predictions")
        foreseen = self.session.progress[self.question.slug].predictions
        open_ones = [
            p for p in self.question.predictions if (f := foreseen.get(p.name)) and f.surprise and not f.why
        ]
        self.query_one(WhyPane).show(open_ones[0] if open_ones else None)
