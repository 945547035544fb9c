"""The rows at the edges: the stages of a question above, the keys that matter now below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from tutor.ui.blocks import cut, plain

STAGES = ("read", "predict", "write", "check", "look", "explain", "done")
_NAMES = {"done": "Next"}


class KeyItem(NamedTuple):
    """A key as it is written, what it does in a word, and the action it runs."""

    key: str
    label: str
    action: str


class Bar(Static):
    """A row of its own, whose size does not follow from its text."""

    def put(self, row: Content) -> None:
        """Write the row; laying out the whole screen again for it would cost more than all the rest."""
        if not (isinstance(self.content, Content) and row.is_same(self.content)):
            self.update(row, layout=self.display and not self.size)


class StageBar(Bar):
    """Read, predict, write, check, look, explain, next: each with its key, the present one in brackets."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)

    def show(self, stage: str, keys: Sequence[str], tally: str, arrow: str) -> None:
        """Mark the present stage; `keys` lead to the seven stages, `tally` stands at the right."""
        width = self.size.width or self.app.size.width - 2
        content = next(
            (
                found
                for found in self._forms(stage, keys, arrow)
                if found.cell_length + len(tally) + 1 <= width
            ),
            plain(f"[{_name(stage)}]", "t-mark"),
        )
        room = width - content.cell_length - len(tally)
        self.put(content + " " * max(1, room) + plain(tally, "t-dim"))

    def _forms(self, stage: str, keys: Sequence[str], arrow: str) -> list[Content]:
        """From the roomiest to the tightest way of writing the row."""
        return [
            _row(stage, keys, f" {arrow} "),
            _row(stage, keys, arrow),
            _row(stage, [""] * len(keys), f" {arrow} "),
            _row(stage, [""] * len(keys), arrow),
        ]


class KeyBar(Bar):
    """About six keys with what they do; the mouse may press them too."""

    auto_links = False

    def __init__(self, items: Sequence[KeyItem] = (), *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)
        self._items = items

    def on_mount(self) -> None:
        """Draw the first keys."""
        self.show(self._items)

    def on_resize(self) -> None:
        """Fit the keys to the new width."""
        self.show(self._items)

    def show(self, items: Sequence[KeyItem]) -> None:
        """Show as many keys as fit, the first ones first."""
        self._items = items
        width = self.size.width or self.app.size.width
        row = Content("")
        for item in items:
            piece = plain(f"{item.key} ", "t-key") + plain(f"{item.label}   ")
            if row.cell_length + piece.cell_length <= width + 3:
                row += piece.stylize(Style.from_meta({"@click": item.action})) if item.action else piece
        self.put(row)


def _row(stage: str, keys: Sequence[str], gap: str) -> Content:
    present = STAGES.index(stage) if stage in STAGES else 0
    pieces = []
    for index, (name, key) in enumerate(zip(STAGES, keys, strict=True)):
        label = plain(f"{key} ", "t-dim") if key else Content("")
        if index == present:
            pieces.append(label + plain(f"[{_name(name)}]", "t-mark"))
        else:
            pieces.append(label + plain(_name(name), "" if index < present else "t-dim"))
    return plain(gap, "t-dim").join(pieces)


def _name(stage: str) -> str:
    return _NAMES.get(stage, stage.capitalize())


class PaneBar(Bar):
    """Where only one pane fits: the three with their keys, the one in view in brackets, the question."""

    _PANES = ("tree", "statement", "work")
    _LABELS = ("Questions", "Statement", "Your work")

    def __init__(self, ellipsis: str, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)
        self._ellipsis = ellipsis

    def show(self, pane: str, keys: Sequence[str], title: str) -> None:
        """Mark the pane in view."""
        items = []
        for name, label, key in zip(self._PANES, self._LABELS, keys, strict=True):
            text = plain(f"[{label}]", "t-mark") if name == pane else plain(label, "t-dim")
            items.append(plain(f"{key} ", "t-dim") + text)
        row = Content("  ").join(items)
        room = (self.size.width or self.app.size.width) - row.cell_length - 2
        self.put(row + "  " + cut(plain(title), room, self._ellipsis) if room > 3 else row)
