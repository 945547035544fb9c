"""A pane of laid-out text that scrolls by keyboard and draws only the rows in view."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from tutor.ui.blocks import GLUE, Block
from tutor.ui.widgets.rows import Rows


class Page(Rows):
    """Shows blocks of text; much lighter than Markdown's widget per paragraph."""

    def __init__(
        self, blocks: Sequence[Block] = (), *, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._blocks: Sequence[Block] = blocks
        self._rows: list[Content] = []
        self._starts: list[int] = []
        self._laid_out_for = -1
        self._strips: dict[int, Strip] = {}

    @property
    def allow_select(self) -> bool:
        """Mouse selection works, where there is a mouse."""
        return True

    @property
    def text(self) -> str:
        """Everything on the page, whatever its width."""
        return "\n".join(block.first + block.content.plain.replace(GLUE, " ") for block in self._blocks)

    def show(self, blocks: Sequence[Block], *, keep_place: bool = False) -> None:
        """Replace the text; `keep_place` leaves the scroll position alone, for text that only grew."""
        if blocks == self._blocks and self._laid_out_for > 0:
            return
        self._blocks = blocks
        if self.size:
            self._lay_out(self._text_width())
        else:
            self._laid_out_for = -1  # out of sight: laid out when it is drawn
        if not keep_place:
            self.scroll_to(0, 0, animate=False, force=True, immediate=True)
        self.refresh(layout=self.styles.is_auto_height)

    def show_block(self, index: int) -> None:
        """Scroll so that a block is at the top, unless it is in view already."""
        if 0 <= index < len(self._starts):
            y = self._starts[index]
            if not self.scroll_offset.y <= y < self.scroll_offset.y + self.size.height:
                self.scroll_to(y=y, animate=False, force=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Take the room there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Count the rows, for pages whose height follows their text."""
        return self.rows(width)

    def rows(self, width: int) -> int:
        """Count the rows that the text takes at a width."""
        return sum(len(block.lines(width)) for block in self._blocks)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the text out again, keeping the block at the top where it was."""
        if self._text_width() != self._laid_out_for:
            top = self._block_at(self.scroll_offset.y)
            self._lay_out(self._text_width())
            if 0 < top < len(self._starts):
                self.scroll_to(y=self._starts[top], animate=False, force=True, immediate=True)
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw rows; a page that was out of sight is drawn before it hears of its size."""
        if self._laid_out_for < 0:
            self._lay_out(self._text_width())
        return super().render_lines(crop)

    def notify_style_update(self) -> None:
        """Forget drawn rows: colours may have changed."""
        super().notify_style_update()
        self._strips.clear()

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self._strips.clear()
        self.refresh()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Give the selected text to the clipboard."""
        return selection.extract("\n".join(row.plain.replace(GLUE, " ") for row in self._rows)), "\n"

    def render_line(self, y: int) -> Strip:
        """Draw one row of the view."""
        x, top = self.scroll_offset
        base = self.visual_style
        row = top + y
        if row >= len(self._rows):
            return Strip.blank(self.size.width, base.rich_style)
        if row not in self._strips:
            self._strips[row] = self._draw(row, base)
        strip = self._strips[row].crop_extend(x, x + self.size.width, base.rich_style)
        return strip.apply_offsets(x, row)

    def _draw(self, row: int, base: Style) -> Strip:
        content = self._rows[row]
        span = self.text_selection.get_span(row) if self.text_selection else None
        if span is not None:
            end = None if span[1] == -1 else span[1]
            selected = Style.from_styles(self.screen.get_component_styles("screen--selection"))
            content = content.stylize(selected, span[0], end)
        pieces = content.render(base, end="", parse_style=self._role)
        return Strip(
            [Segment(text, (base + style).rich_style) for text, style in pieces], content.cell_length
        )

    def _role(self, style: Style | str) -> Style:
        if isinstance(style, Style):
            return style
        return self.screen.get_visual_style(style.removeprefix("."), partial=True)

    def _text_width(self) -> int:
        return max(1, self.scrollable_content_region.width)

    def _lay_out(self, width: int) -> None:
        self._laid_out_for = width
        self._strips.clear()
        self._rows, self._starts = [], []
        for block in self._blocks:
            self._starts.append(len(self._rows))
            self._rows.extend(block.lines(width))
        widest = max((row.cell_length for row in self._rows), default=0)
        self.virtual_size = Size(max(width, widest), len(self._rows))

    def _block_at(self, row: int) -> int:
        return max((k for k, start in enumerate(self._starts) if start <= row), default=0)
