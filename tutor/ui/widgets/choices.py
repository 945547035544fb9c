"""A short list to choose one line of, or to tick lines in: numbers, letters j and k, arrows, Enter, Space."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tutor.ui.blocks import Block, plain
from tutor.ui.symbols import Symbols

_MARGIN = 4
"""Cells before an option's text: the cursor, the number or the tick."""


class Choices(Widget, can_focus=True):
    """Options one below the other, each of one or more rows; the cursor's row is marked by a sign too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "rows(1)", "Next", show=False),
        Binding("k,up", "rows(-1)", "Previous", show=False),
        Binding("right", "move(1)", "Right", show=False),
        Binding("left", "move(-1)", "Left", show=False),
        Binding("enter", "choose", "Choose", show=False),
        Binding("space", "tick", "Tick", show=False),
    ]

    cursor: reactive[int] = reactive(0)

    @dataclass
    class Chosen(Message):
        """Enter was pressed on an option, or its number."""

        choices: Choices
        index: int

        @property
        def control(self) -> Choices:
            """The list that was chosen from."""
            return self.choices

    @dataclass
    class Ticked(Message):
        """A tick was set or taken away."""

        choices: Choices
        ticks: tuple[bool, ...]

        @property
        def control(self) -> Choices:
            """The list that was ticked in."""
            return self.choices

    def __init__(
        self,
        options: Sequence[Block],
        symbols: Symbols,
        *,
        ticks: Sequence[bool] | None = None,
        led: bool = False,
        columns: int = 1,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.symbols = symbols
        self.led = led
        """Whether another widget has the keyboard and moves the cursor here."""
        self.columns = columns
        """How many options stand side by side: small drawings need less room so."""
        self.options: list[Block] = []
        self.ticks: list[bool] | None = None
        """One per option where they are ticked; None where one is chosen."""
        self.set_options(options, ticks)

    def set_options(self, options: Sequence[Block], ticks: Sequence[bool] | None = None) -> None:
        """Replace the options; `ticks` makes them a list to tick in."""
        self.options = list(options)
        self.ticks = None if ticks is None else [*ticks, *[False] * len(options)][: len(options)]
        self.set_reactive(Choices.cursor, min(self.cursor, max(0, len(options) - 1)))
        self.refresh(layout=True)

    def watch_cursor(self) -> None:
        """Draw the cursor where it is now."""
        self.refresh()

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Count the rows of all options."""
        return sum(self._heights(width))

    def render(self) -> Content:
        """Draw every option with its number, its tick and the cursor's sign."""
        rows: list[Content] = []
        for start, height in zip(
            range(0, len(self.options), self.columns), self._heights(self.size.width), strict=True
        ):
            cells = [self._draw(index) for index in self._beside(start)]
            for row in range(height):
                parts = [cell[row] if row < len(cell) else Content("") for cell in cells]
                width = self._width(self.size.width) + _MARGIN
                rows.append(
                    Content("").join(part.pad_right(max(0, width - part.cell_length)) for part in parts)
                )
        return Content("\n").join(rows)

    def _beside(self, start: int) -> range:
        """The options that stand in one row of options."""
        return range(start, min(start + self.columns, len(self.options)))

    def _width(self, width: int) -> int:
        """How many cells an option's text may take."""
        return max(8, width // self.columns - _MARGIN - 2)

    def _heights(self, width: int) -> list[int]:
        """How many rows each row of options takes."""
        rows = [len(option.lines(self._width(width))) for option in self.options]
        return [max(rows[k] for k in self._beside(start)) for start in range(0, len(rows), self.columns)]

    def _draw(self, index: int) -> list[Content]:
        present = index == self.cursor and (self.has_focus or self.led)
        here = plain(f"{self.symbols.running} " if present else "  ", "t-strong")
        mark = plain(f"{self._sign(index)} ", "t-strong" if present else "")
        lines = self.options[index].lines(self._width(self.size.width))
        first = here + mark + (lines[0].stylize(".t-strong") if present else lines[0])
        return [first, *(Content(" " * 4) + line for line in lines[1:])]

    def _sign(self, index: int) -> str:
        if self.ticks is None:
            return str(index + 1)
        return self.symbols.ticked if self.ticks[index] else self.symbols.unticked

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """A digit chooses or ticks the option with that number."""
        if event.character and event.character.isdigit() and 1 <= int(event.character) <= len(self.options):
            event.stop()
            self._take(int(event.character) - 1)

    def on_click(self, event: events.Click) -> None:
        """A click chooses or ticks."""
        row = 0
        for place, height in enumerate(self._heights(self.size.width)):
            row += height
            if event.y < row:
                beside = event.x * self.columns // max(1, self.size.width)
                self.focus()
                self._take(min(place * self.columns + beside, len(self.options) - 1))
                return

    def action_rows(self, rows: int) -> None:
        """Move the cursor up or down."""
        self.action_move(rows * self.columns)

    def action_move(self, places: int) -> None:
        """Move the cursor; beyond the ends it stays."""
        if 0 <= self.cursor + places < len(self.options):
            self.cursor += places

    def action_choose(self) -> None:
        """Choose or tick the option under the cursor."""
        self._take(self.cursor)

    def action_tick(self) -> None:
        """The same, with the space bar."""
        self._take(self.cursor)

    def _take(self, index: int) -> None:
        if not self.options:
            return
        self.cursor = index
        if self.ticks is None:
            self.post_message(self.Chosen(self, index))
            return
        self.ticks[index] = not self.ticks[index]
        self.refresh()
        self.post_message(self.Ticked(self, tuple(self.ticks)))
