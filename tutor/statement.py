"""Statements: Markdown with formulas between dollar signs, for a screen or as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.dollarmath import dollarmath_plugin
from rich.cells import cell_len

from tutor import mathbox
from tutor.records import record

BLOCK_WIDTH = 52
"""Columns that a displayed formula may take."""
MATH = "math"
"""The info string of a fence that holds a drawn formula."""
_GLUE = "\N{NO-BREAK SPACE}"


@record
class Formula:
    """A formula as its author wrote it."""

    latex: str
    displayed: bool
    """Whether it stands on lines of its own."""


def parser() -> MarkdownIt:
    """A Markdown parser whose formulas come out drawn: displayed ones as fences with the info `math`.

    An inline formula becomes a text token whose `markup` is a dollar sign. Bare addresses stay text, because
    half of the names of Python files look like addresses. Fits `textual.widgets.Markdown(parser_factory=…)`.
    """
    markdown = _source_parser()
    markdown.core.ruler.push("draw_formulas", _draw_formulas)
    return markdown


def _source_parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return markdown.use(dollarmath_plugin, allow_space=False, allow_labels=False)


def _draw_formulas(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "math_block":
            token.type, token.info = "fence", MATH
            token.content = "\n".join(mathbox.block(token.content.strip())) + "\n"
        for child in token.children or ():
            if child.type == "math_inline":
                child.type, child.markup = "text", "$"
                child.content = mathbox.inline(child.content)


def formulas(markdown: str) -> list[Formula]:
    """All formulas of a text."""
    found = []
    for token in _source_parser().parse(markdown):
        children = token.children or ()
        if token.type == "math_block":
            found.append(Formula(token.content.strip(), True))
        found += [Formula(child.content, False) for child in children if child.type == "math_inline"]
    return found


def faults(markdown: str) -> list[str]:
    """What an author must mend: formulas that cannot be drawn or are too wide, stray dollar signs."""
    said = [fault for formula in formulas(markdown) if (fault := _formula_fault(formula))]
    for token in _source_parser().disable("text_join").parse(markdown):  # an escaped sign stays apart
        for child in token.children or ():
            if child.type == "text" and "$" in child.content:
                said.append(
                    f"a dollar sign opens no formula in `{child.content}`: write `\\$` for the sign itself"
                )
    return said


def _formula_fault(formula: Formula) -> str | None:
    shown = " ".join(formula.latex.split())
    if reason := mathbox.problem(formula.latex):
        return f"the formula `{shown}` cannot be drawn: {reason}"
    width = mathbox.width(formula.latex)
    if formula.displayed and width > BLOCK_WIDTH:
        return f"the formula `{shown}` takes {width} columns, more than {BLOCK_WIDTH}: break it in two"
    return None


def plain(markdown: str, width: int, *, ascii: bool = False) -> str:
    """The text in lines of at most `width` columns; with `ascii`, formulas as their LaTeX source."""
    tokens = (_source_parser() if ascii else parser()).parse(markdown)
    return "\n".join(_blocks(SyntaxTreeNode(tokens), max(20, width)))


def _blocks(parent: SyntaxTreeNode, width: int) -> Iterator[str]:
    """The blocks of a node, an empty line between two."""
    tight = parent.type == "list_item"
    for at, node in enumerate(parent.children):
        if at and not (tight and node.type.endswith("_list")):
            yield ""
        yield from _block(node, width)


def _block(node: SyntaxTreeNode, width: int) -> Iterator[str]:
    if node.type in ("fence", "code_block", "math_block"):
        yield from (f"    {line}".rstrip() for line in node.content.strip("\n").split("\n"))
    elif node.type in ("bullet_list", "ordered_list"):
        yield from _list(node, width)
    elif node.type == "blockquote":
        yield from (f"> {line}".rstrip() for line in _blocks(node, width - 2))
    elif node.type == "table":
        yield from _table(node, width)
    elif node.type == "hr":
        yield "-" * min(width, 40)
    elif node.type == "html_block":
        yield from node.content.rstrip().split("\n")
    else:
        lines = wrap(_inline(node), width)
        yield from lines
        if node.type == "heading":
            yield "-" * max(map(cell_len, lines), default=0)


def _list(node: SyntaxTreeNode, width: int) -> Iterator[str]:
    first = int(node.attrs.get("start", 1))
    for at, item in enumerate(node.children, first):
        marker = f"{at}. " if node.type == "ordered_list" else "- "
        for row, line in enumerate(_blocks(item, width - len(marker))):
            yield ((" " * len(marker) if row else marker) + line).rstrip()


def _table(node: SyntaxTreeNode, width: int) -> Iterator[str]:
    from tutor.figures.cells import line_text  # on the way to the first frame nobody needs figures
    from tutor.figures.tables import draw_table
    from tutor.model import Table

    rows = [tuple(_inline(cell) for cell in row.children) for part in node.children for row in part.children]
    for line in draw_table(Table("", rows[0], tuple(rows[1:])), width):
        yield line_text(line)


def _inline(node: SyntaxTreeNode) -> str:
    """The words of a paragraph; what must not be broken is glued together."""
    if node.type == "text":
        return _glued(node.content) if node.markup == "$" else node.content
    if node.type in ("code_inline", "math_inline"):
        sign = "`" if node.type == "code_inline" else "$"
        return _glued(f"{sign}{node.content}{sign}")
    if node.type in ("softbreak", "hardbreak"):
        return " " if node.type == "softbreak" else "\n"
    if node.type == "html_inline":
        return node.content
    words = "".join(map(_inline, node.children))
    address = str(node.attrs.get("href", ""))
    return f"{words} ({address})" if address and address != words else words


def _glued(text: str) -> str:
    return text.replace(" ", _GLUE) if cell_len(text) <= 30 else text


def wrap(text: str, width: int) -> list[str]:
    """The lines of a text, broken at spaces to at most `width` columns (a longer word stays whole)."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in re.split("[ \t]+", paragraph.strip(" \t")):
            if line and cell_len(line) + 1 + cell_len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return [line.replace(_GLUE, " ") for line in lines]
