"""The editor for Python files: highlighting, line numbers, undo, and the line an error points at marked."""

from __future__ import annotations

import unicodedata

from rich.text import Text
from textual.widgets import TextArea

UNSEEN = "\N{REPLACEMENT CHARACTER}"


class CodeArea(TextArea):
    """A TextArea that underlines one line; the reason is told beside it in words."""

    def __init__(self, text: str, *, id: str | None = None) -> None:
        super().__init__(
            text,
            language="python" if _can_highlight() else None,
            theme="css",
            soft_wrap=False,
            tab_behavior="indent",
            show_line_numbers=True,
            compact=True,
            id=id,
        )
        self.marked_line: int | None = None
        """The line (1-based) an error points at."""

    def mark(self, line: int | None) -> None:
        """Mark a line, or none."""
        if line != self.marked_line:
            self.marked_line = line
            self.notify_style_update()
            self.refresh()

    def get_line(self, line_index: int) -> Text:
        """Give a line, underlined when it is the marked one.

        What cannot be printed becomes one sign each, so that marks stay where they belong; the file keeps it.
        """
        line = super().get_line(line_index)
        if not line.plain.isprintable():
            line.plain = "".join(map(_seen, line.plain))
        if self.marked_line == line_index + 1:
            line.stylize("bold underline red")
        return line


def _seen(char: str) -> str:
    return char if char.isprintable() or char == "\t" or unicodedata.category(char) == "Zs" else UNSEEN


def _can_highlight() -> bool:
    try:
        import tree_sitter  # noqa: F401
        import tree_sitter_python  # noqa: F401
    except ImportError:
        return False
    return True
