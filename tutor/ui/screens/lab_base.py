"""The lab's screen, its first layer: three panes, which question is shown, what each pane says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Container, Horizontal

from tutor.model import Question
from tutor.session import Stage
from tutor.ui import verdict
from tutor.ui.blocks import Block
from tutor.ui.desk import Desk
from tutor.ui.readable import readable
from tutor.ui.screens.base import TutorScreen
from tutor.ui.texts import hints_text, output_text, predictions_text, statement_text
from tutor.ui.widgets.bars import KeyBar, PaneBar, StageBar
from tutor.ui.widgets.page import Page
from tutor.ui.widgets.questions import Mark, QuestionTree
from tutor.ui.widgets.work import Section, WorkPane, section_keys

if TYPE_CHECKING:
    from tutor.ui.run import Run

PANES = ("tree", "statement", "work")


class LabBase(TutorScreen[None]):
    """Shows a question; the layers above check it and help with it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="lab")
        self.desk = desk
        self.session = desk.session
        self.question: Question = readable(desk.session.question)
        """The question in view; the session's own follows as soon as anything is done about it."""
        self.runs: dict[str, Run] = {}
        """The last run of each question since the start."""
        self.looked: set[str] = set()
        """Questions whose figures were looked at."""
        self.read: set[str] = set()
        """Questions that were read: something was done about them."""
        self.pane = "statement"
        """The pane in view where only one fits."""

    def compose(self) -> ComposeResult:
        """Lay out the rows at the edges and the panes between them."""
        yield StageBar(id="stage")
        yield PaneBar(self.desk.symbols.ellipsis, id="panes")
        with Horizontal(id="body"):
            yield QuestionTree(self.session.lab, self.desk.symbols.ellipsis, id="tree")
            with Container(id="desk"):
                yield Page(id="statement")
                yield WorkPane(section_keys(self.desk.key), id="work")
        yield KeyBar(id="keys")

    @property
    def question_tree(self) -> QuestionTree:
        """The tree of questions."""
        return self.query_one("#tree", QuestionTree)

    @property
    def statement(self) -> Page:
        """The statement's pane."""
        return self.query_one("#statement", Page)

    @property
    def work(self) -> WorkPane:
        """The pane of the learner's work."""
        return self.query_one("#work", WorkPane)

    @property
    def run(self) -> Run | None:
        """The last run of the question in view."""
        return self.runs.get(self.question.slug)

    def on_mount(self) -> None:
        """Show where the learner left off."""
        self._title_panes()
        self.show_question(self.question.slug)
        self.show_pane("statement")

    def on_resize(self) -> None:
        """Fit the rows at the edges to the new width."""
        self.call_after_refresh(self.show_bars)

    def show_question(self, slug: str) -> None:
        """Bring a question into view; nothing is recorded about it yet."""
        self.question = readable(next(one for one in self.session.lab.questions if one.slug == slug))
        self.question_tree.move_to(slug)
        self.statement.show(statement_text(self.question))
        self.choose_section(self._section_for(self.stage()))

    def stage(self) -> Stage:
        """What the learner does now: the session's stage, with reading before and looking after the check."""
        slug, stage = self.question.slug, self.session.stage(self.question)
        untouched = stage == "predict" and slug not in self.read
        if untouched and not self.session.progress[slug].predictions:
            return "read"
        if stage == "explain" and self.run and self.run.figures and slug not in self.looked:
            return "look"
        return stage

    def choose_section(self, section: Section) -> None:
        """Bring a section of the work pane into view."""
        if section == "figure" and self.run and self.run.figures:
            self.looked.add(self.question.slug)
        self.work.choose(section, self.question.slug)
        self.show_all()

    def show_all(self) -> None:
        """Bring every pane up to date."""
        self.show_work()
        self.show_marks()
        self.show_bars()

    def show_work(self) -> None:
        """Fill the section in view."""
        text = self._text_of(self.work.section)
        if text is not None:
            self.work.show_text(text)

    def show_marks(self) -> None:
        """Show the standing of every question in the tree."""
        questions = self.session.lab.questions
        self.question_tree.show_marks({one.slug: Mark(*self.desk.mark(one)) for one in questions})

    def show_bars(self) -> None:
        """Show the stage, the panes and the keys that matter now; the layer above adds the keys."""
        key = self.desk.key
        names = ("pane_2", "predict", "edit", "run", "figure", "explain", "next")
        questions = self.session.lab.questions
        passed = sum(self.session.passed(one) for one in questions)
        stage_keys = [key(f"lab.{name}") for name in names]
        due = f"{key('tutor.review')} {self.desk.due} to review  " if self.desk.due else ""
        tally = f"{due}{self.desk.symbols.passed} {passed}/{len(questions)}"
        self.query_one(StageBar).show(self.stage(), stage_keys, tally, self.desk.symbols.arrow)
        title = f"{self.question.number:02d} {self.question.title}"
        self.query_one(PaneBar).show(self.pane, [key(f"lab.pane_{k}") for k in (1, 2, 3)], title)

    def show_pane(self, pane: str) -> None:
        """Put the keyboard in a pane, and show it where only one fits."""
        self.pane = pane
        for name in PANES:
            self.set_class(name == pane, f"-show-{name}")
        if pane == "work":
            self.work.focus_section()
        else:
            self.query_one(f"#{pane}").focus(scroll_visible=False)
        self.show_bars()

    def surroundings(self) -> verdict.Surroundings:
        """Gather what the verdict says beside the run."""
        question, session = self.question, self.session
        return verdict.Surroundings(
            file=self.desk.file(question),
            report_file=self.desk.report_file(question) if self.run and self.run.report else "",
            symbols=self.desk.symbols,
            key=self.desk.key,
            stage=self.stage(),
            kind=question.kind,
            surprises=self.desk.surprises(question),
            last=session.progress[question.slug].last_status,
        )

    def _text_of(self, section: Section) -> list[Block] | None:
        if section == "verdict":
            return self._verdict()
        if section == "predictions":
            return predictions_text(self.question, self.session, self.desk)
        if section == "output":
            return output_text(self.run, self.desk)
        if section == "hints":
            return hints_text(self.question, self.desk)
        return None

    def _verdict(self) -> list[Block]:
        around = self.surroundings()
        if self.run is None:
            return verdict.before(around)
        return verdict.after(self.run, around)

    def _section_for(self, stage: Stage) -> Section:
        if stage == "explain":
            return "explain"
        return "figure" if stage == "look" and self.run and self.run.figures else "verdict"

    def _title_panes(self) -> None:
        key = self.desk.key
        self.question_tree.border_title = f"{key('lab.pane_1')} Questions"
        self.statement.border_title = f"{key('lab.pane_2')} Statement"
        self.work.border_title = f"{key('lab.pane_3')} Your work"
