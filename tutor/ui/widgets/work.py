"""The pane of the learner's own work: verdict, predictions, figure, output, hints, explanation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from tutor.ui.blocks import Block, plain
from tutor.ui.widgets.bars import Bar
from tutor.ui.widgets.page import Page

Section = Literal["verdict", "predictions", "figure", "output", "hints", "explain"]
SECTIONS: tuple[Section, ...] = ("verdict", "predictions", "figure", "output", "hints", "explain")
_NAMES: dict[Section, str] = {section: section for section in SECTIONS}
_SHORT: dict[Section, str] = {
    **_NAMES,
    "predictions": "pred",
    "figure": "fig",
    "output": "out",
    "explain": "why",
}
_BINDINGS = {
    "verdict": "lab.verdict",
    "predictions": "lab.predict",
    "figure": "lab.figure",
    "output": "lab.output",
    "hints": "lab.hint",
    "explain": "lab.explain",
}


class SectionBar(Bar):
    """The names of the sections with their keys, the one in view in brackets."""

    def __init__(self, keys: Mapping[Section, str]) -> None:
        super().__init__("", id="sections", markup=False)
        self._keys = keys
        self._present: Section = "verdict"

    def on_resize(self) -> None:
        """Write it as wide as there is room."""
        self.show(self._present)

    def show(self, present: Section) -> None:
        """Mark the section in view."""
        self._present = present
        width = self.size.width or self.app.size.width
        forms = [self._row(_NAMES, "  "), self._row(_NAMES, " "), self._row(_SHORT, " ")]
        self.put(next((row for row in forms if row.cell_length <= width), plain(f"[{present}]", "t-mark")))

    def _row(self, names: Mapping[Section, str], gap: str) -> Content:
        items = []
        for section, name in names.items():
            key = plain(f"{self._keys[section]} ", "t-dim")
            present = section == self._present
            items.append(key + (plain(f"[{name}]", "t-mark") if present else plain(name, "t-dim")))
        return Content(gap).join(items)


class WorkPane(Vertical):
    """One section at a time; text sections share one page, the others are mounted when first needed."""

    def __init__(self, keys: Mapping[Section, str], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.section: Section = "verdict"
        self._keys = keys
        self._places: dict[tuple[str, Section], float] = {}
        self._about = ""

    def compose(self) -> ComposeResult:
        """Lay out the bar and the page."""
        yield SectionBar(self._keys)
        yield Page(id="page")

    @property
    def page(self) -> Page:
        """The page that the text sections share."""
        return self.query_one("#page", Page)

    def choose(self, section: Section, about: str) -> None:
        """Bring a section of a question into view, where it was left."""
        self._places[self._about, self.section] = self.page.scroll_offset.y
        self.section, self._about = section, about
        self.query_one(SectionBar).show(section)
        for child in self.children:
            child.display = child.id == "sections" or section in self._sections_of(child)

    def show_text(self, blocks: Sequence[Block]) -> None:
        """Fill the page of the section in view, keeping its place."""
        self.page.show(blocks, keep_place=True)
        self.page.scroll_to(y=self._places.pop((self._about, self.section), None), animate=False, force=True)

    def add(self, widget: Widget, *sections: Section) -> None:
        """Mount a widget that belongs to some sections only."""
        for section in sections:
            widget.add_class(f"-for-{section}")
        widget.display = self.section in sections
        self.mount(widget)

    def focus_section(self) -> None:
        """Put the keyboard where the section in view takes it, once it is there."""
        self.page.focus(scroll_visible=False)
        self.call_after_refresh(self._focus_inside)

    def _focus_inside(self) -> None:
        """Prefer a line or a text to write on over a page to read."""
        places = [place for child in self.children if child.display for place in (child, *child.query("*"))]
        open_ones = [place for place in places if place.can_focus and place.display]
        written_on = set(self.query("Input, TextArea"))
        writing = next((place for place in open_ones if place in written_on), None)
        if chosen := writing or next(iter(open_ones), None):
            chosen.focus(scroll_visible=False)

    def _sections_of(self, widget: Widget) -> Sequence[Section]:
        if widget.id == "page":
            return ("verdict", "predictions", "output", "hints")
        return [section for section in SECTIONS if widget.has_class(f"-for-{section}")]


def section_keys(key: Callable[[str], str]) -> dict[Section, str]:
    """Give the key of each section from the keys of the bindings."""
    return {section: key(_BINDINGS[section]) for section in SECTIONS}
