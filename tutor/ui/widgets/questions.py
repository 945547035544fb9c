"""The tree of questions: parts that fold, questions with their status, a cursor that shows what it is on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from tutor.model import Lab, Part
from tutor.records import record
from tutor.ui.blocks import cut, plain
from tutor.ui.messages import QuestionChosen, QuestionShown


@record
class Row:
    """One row: a part's title, or a question of it."""

    part: int
    slug: str
    """Empty for a part."""
    text: str


@record
class Mark:
    """The status sign of a question and its look."""

    sign: str
    role: str


class QuestionTree(ScrollView, can_focus=True):
    """Parts and questions; draws rows in view only, so a lab of hundreds costs no more than one of twenty."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Next row", show=False, id="tree.down"),
        Binding("k,up", "move(-1)", "Previous row", show=False, id="tree.up"),
        Binding("space,pagedown", "page(1)", "A page down", show=False, id="tree.next"),
        Binding("b,pageup", "page(-1)", "A page up", show=False, id="tree.previous"),
        Binding("g,home", "move(-1000000)", "First question", show=False, id="tree.top"),
        Binding("G,end", "move(1000000)", "Last question", show=False, id="tree.end"),
        Binding("left", "fold", "Fold the part", show=False, id="tree.fold"),
        Binding("right", "unfold", "Unfold the part", show=False, id="tree.unfold"),
        Binding("enter", "choose", "Go to the question", show=False, id="tree.choose"),
    ]

    def __init__(self, lab: Lab, ellipsis: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._ellipsis = ellipsis
        self._lab = lab
        self._folded: set[int] = set()
        self._rows: list[Row] = []
        self._marks: Mapping[str, Mark] = {}
        self._cursor = 0
        self._arrange()

    @property
    def slug(self) -> str:
        """The question under the cursor; empty on a folded part."""
        return self._rows[self._cursor].slug if self._rows else ""

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show the status of every question."""
        if marks != self._marks:
            self._marks = marks
            self.refresh()

    def move_to(self, slug: str) -> None:
        """Put the cursor on a question, unfolding its part, without saying so to anyone."""
        part = next((k for k, part in enumerate(self._lab.parts) if slug in _slugs(part)), None)
        if part is None:
            return
        if part in self._folded:
            self._folded.discard(part)
            self._arrange()
        self._set_cursor(next(k for k, row in enumerate(self._rows) if row.slug == slug))

    def action_move(self, rows: int) -> None:
        """Move the cursor over open parts' titles, which need no visit."""
        step = 1 if rows > 0 else -1
        target = self._cursor
        for _ in range(min(abs(rows), len(self._rows))):
            beyond = self._nearest(target + step, step)
            target = target if beyond is None else beyond
        self._go(target)

    def action_page(self, pages: int) -> None:
        """Move the cursor by a screenful."""
        self.action_move(pages * max(1, self.size.height - 1))

    def action_fold(self) -> None:
        """Fold the part under the cursor; the cursor stays on its title."""
        if self._rows:
            part = self._rows[self._cursor].part
            self._folded.add(part)
            self._arrange()
            self._go(next(k for k, row in enumerate(self._rows) if row.part == part))

    def action_unfold(self) -> None:
        """Unfold the part under the cursor and go to its first question."""
        row = self._rows[self._cursor] if self._rows else None
        if row and not row.slug:
            self._folded.discard(row.part)
            self._arrange()
            self._go(min(self._cursor + 1, len(self._rows) - 1))

    def action_choose(self) -> None:
        """Go to the question under the cursor, or unfold the part."""
        if self.slug:
            self.post_message(QuestionChosen(self.slug))
        else:
            self.action_unfold()

    def on_click(self, event: events.Click) -> None:
        """A click chooses a question or folds and unfolds a part."""
        row = event.y + self.scroll_offset.y
        if not 0 <= row < len(self._rows):
            return
        clicked = self._rows[row]
        if clicked.slug or clicked.part in self._folded:
            self._go(row)
            self.action_choose()
        else:
            self._go(row + 1)
            self.action_fold()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in view."""
        self._set_cursor(self._cursor)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the view."""
        index = y + self.scroll_offset.y
        base = self.visual_style
        width = self.scrollable_content_region.width
        if index >= len(self._rows):
            return Strip.blank(self.size.width, base.rich_style)
        content = cut(self._draw(self._rows[index], index == self._cursor), width, self._ellipsis)
        pieces = content.render(base, end="", parse_style=self._role)
        strip = Strip(
            [Segment(text, (base + style).rich_style) for text, style in pieces], content.cell_length
        )
        return strip.extend_cell_length(self.size.width, base.rich_style)

    def _draw(self, row: Row, present: bool) -> Content:
        if not row.slug:
            sign = "+" if row.part in self._folded else "-"
            return plain(f"{sign} {row.text}", "t-mark" if present else "t-heading")
        mark = self._marks.get(row.slug, Mark(" ", ""))
        text = plain(f"{'>' if present else ' '} ", "t-strong") + plain(f"{mark.sign} ", mark.role)
        return text + plain(row.text, "t-mark" if present else "")

    def _role(self, style: Style | str) -> Style:
        if isinstance(style, Style):
            return style
        return (
            self.screen.get_visual_style(style.removeprefix("."), partial=True)
            if style != "."
            else Style.null()
        )

    def _arrange(self) -> None:
        self._rows = []
        for k, part in enumerate(self._lab.parts):
            self._rows.append(Row(k, "", part.title))
            if k not in self._folded:
                self._rows += [Row(k, q.slug, f"{q.number:02d} {q.title}") for q in part.questions]
        self.virtual_size = Size(1, len(self._rows))
        self.refresh()

    def _nearest(self, index: int, step: int) -> int | None:
        while 0 <= index < len(self._rows):
            if self._rows[index].slug or self._rows[index].part in self._folded:
                return index
            index += step
        return None

    def _go(self, index: int) -> None:
        before = self.slug
        self._set_cursor(index)
        if self.slug and self.slug != before:
            self.post_message(QuestionShown(self.slug))

    def _set_cursor(self, index: int) -> None:
        before, self._cursor = self._cursor, max(0, min(index, len(self._rows) - 1))
        self.refresh_line(before)
        self.refresh_line(self._cursor)
        titled = self._cursor and self._rows[self._cursor].slug and not self._rows[self._cursor - 1].slug
        top = self._cursor - 1 if titled else self._cursor  # a part's title is read with its first question
        region = Region(0, top, 1, self._cursor - top + 1)
        self.scroll_to_region(region, animate=False, force=True, spacing=None)


def _slugs(part: Part) -> set[str]:
    return {question.slug for question in part.questions}
