"""Text ready to be laid out at any width: what every pane of the tutor shows.

Styles inside the text are roles (`.t-good`, `.t-code`, …) that the theme gives a look to; `ROLES` lists them.
Text that a learner or their program wrote goes through `plain`, never through markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from rich.cells import cell_len
from textual.content import Content

from tutor.cleaning import clean
from tutor.records import record

_NAMES = (
    "good bad warn dim strong em code math heading key link mark quote keyword string comment "
    "curve-0 curve-1 curve-2 curve-3 axis ink negative positive"
)
ROLES = frozenset(f"t-{name}" for name in _NAMES.split())
"""Component classes that every screen of the tutor has."""

_CODE = re.compile("`([^`]+)`")
_WORD = re.compile(" *[^ ]+ *| +")
GLUE = "\N{NO-BREAK SPACE}"
"""A space at which no row is broken."""

Wrap = Literal["words", "fold", "keep"]
"""Break at spaces, break anywhere (code, printed text), or never (formulas: the pane scrolls sideways)."""


@record
class Block:
    """A paragraph, a list item, a formula or a line of code."""

    content: Content
    first: str = ""
    """What stands before its first row: a bullet, a symbol."""
    rest: str = ""
    """What stands before its other rows."""
    wrap: Wrap = "words"

    def lines(self, width: int) -> list[Content]:
        """Lay the block out in rows of at most `width` cells (a kept formula may be wider)."""
        if "\n" not in self.content.plain and self.content.cell_length <= width - len(self.first):
            return [Content(self.first) + self.content if self.first else self.content]
        narrow = max(4, width - max(len(self.first), len(self.rest)))
        lines = self.content.split("\n", allow_blank=True)
        rows = [row for line in lines for row in self._rows(line, narrow)]
        prefixes = [self.first, *[self.rest] * (len(rows) - 1)]
        return [Content(prefix) + row if prefix else row for prefix, row in zip(prefixes, rows, strict=True)]

    def _rows(self, line: Content, width: int) -> list[Content]:
        if self.wrap == "keep" or line.cell_length <= width:
            return [line]
        if self.wrap == "fold":
            return line.fold(width)
        return [row.rstrip(" ") for row in line.divide(_breaks(line.plain, width))]


def _breaks(text: str, width: int) -> list[int]:
    """Where to break a line: at spaces, never at a GLUE; a word longer than a row is cut."""
    offsets: list[int] = []
    start, used = 0, 0
    for word in _WORD.findall(text):
        size = cell_len(word.rstrip(" "))
        if used and used + size > width:
            offsets.append(start)
            used = 0
        while size > width:
            cut = _fitting(word, width)
            start += cut
            offsets.append(start)
            word, used = word[cut:], 0
            size = cell_len(word.rstrip(" "))
        start += len(word)
        used += cell_len(word)
    return offsets


def _fitting(word: str, width: int) -> int:
    """How many characters of a word fit into a row; at least one."""
    count = width
    while count > 1 and cell_len(word[:count]) > width:
        count -= 1
    return max(1, count)


GAP = Block(Content(""))
"""An empty row."""


def plain(text: str, role: str = "") -> Content:
    """Take text as it is, without markup, cleaned: what was printed, a path, what a program said."""
    shown = clean(text).expandtabs(4)
    return Content.styled(shown, f".{role}") if role else Content(shown)


def cut(content: Content, width: int, ellipsis: str) -> Content:
    """Shorten a row that is too long, and show that it was by one sign that looks like what it stands for."""
    if content.cell_length <= width:
        return content
    short = content.truncate(max(1, width))
    return Content(short.plain[:-1] + ellipsis, spans=list(short.spans))


def inline_code(text: str, role: str = "") -> Content:
    """Take a sentence in which code stands between backticks; the backticks go, the code gets its look."""
    pieces = _CODE.split(plain(text).plain)
    return Content("").join(plain(piece, "t-code" if k % 2 else role) for k, piece in enumerate(pieces))


def say(*pieces: str | Content | tuple[str, str], first: str = "", rest: str = "") -> Block:
    """Join pieces into one paragraph; a pair is text and its role."""
    contents = [
        piece if isinstance(piece, Content) else plain(*piece) if isinstance(piece, tuple) else plain(piece)
        for piece in pieces
    ]
    return Block(Content("").join(contents), first, rest or " " * len(first))


def heading(text: str) -> Block:
    """A title inside a pane."""
    return Block(plain(text, "t-heading"))


def verbatim(text: str, indent: str = "") -> list[Block]:
    """Lines kept as they are, folded where the pane is too narrow."""
    return list(_verbatim(text, indent))


@lru_cache(maxsize=4)
def _verbatim(text: str, indent: str) -> tuple[Block, ...]:
    """The same blocks for the same text: a long output is shown anew with every change of the screen."""
    return tuple(Block(plain(line), indent, indent, "fold") for line in text.splitlines())


def spaced(groups: Iterable[Iterable[Block]]) -> list[Block]:
    """Put an empty row between groups of blocks; empty groups vanish."""
    out: list[Block] = []
    for group in groups:
        blocks = list(group)
        if blocks and out:
            out.append(GAP)
        out.extend(blocks)
    return out
