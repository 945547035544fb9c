"""Scrolling by keyboard, at once and without animation: what is read stays readable."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.scroll_view import ScrollView

from tutor.ui.keys import PAGE_KEYS


class Rows(ScrollView, can_focus=True):
    """A pane of rows drawn on demand."""

    BINDINGS: ClassVar[list[BindingType]] = PAGE_KEYS

    def action_rows(self, rows: int) -> None:
        """Scroll by rows; far beyond the end means the end."""
        self._go(self.scroll_offset.x, self.scroll_offset.y + rows)

    def action_pages(self, pages: int) -> None:
        """Scroll by screenfuls, with a row in common."""
        self.action_rows(pages * max(1, self.size.height - 1))

    def action_columns(self, columns: int) -> None:
        """Scroll sideways."""
        self._go(self.scroll_offset.x + columns, self.scroll_offset.y)

    def _go(self, x: int, y: int) -> None:
        x, y = max(0, min(x, self.max_scroll_x)), max(0, min(y, self.max_scroll_y))
        self.scroll_to(x, y, animate=False, force=True, immediate=True)
