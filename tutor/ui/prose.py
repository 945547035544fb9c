"""Markdown with formulas as blocks of text that any width can lay out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from textual.content import Content

from tutor.model import Table
from tutor.statement import BLOCK_WIDTH, MATH, parser
from tutor.ui.blocks import GAP, GLUE, Block, plain
from tutor.ui.code import code

LONGEST_GLUED = 30
"""Columns; a longer formula or piece of code may be broken at its spaces."""


def prose(markdown: str) -> list[Block]:
    """Lay Markdown out; formulas are drawn, Python is coloured."""
    return list(_prose(markdown))


@lru_cache(maxsize=256)
def _prose(markdown: str) -> tuple[Block, ...]:
    return tuple(_blocks(SyntaxTreeNode(_parser().parse(markdown))))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return parser()


def draw_formulas(drawn: bool) -> None:
    """From now on draw formulas, or show them as their author wrote them where there is only ASCII."""
    rules = _parser().get_active_rules()["core"]
    if drawn != ("draw_formulas" in rules):
        _prose.cache_clear()
        (_parser().enable if drawn else _parser().disable)("draw_formulas")


def _blocks(parent: SyntaxTreeNode) -> Iterator[Block]:
    tight = parent.type == "list_item"
    for index, node in enumerate(parent.children):
        if index and not (tight and node.type.endswith("_list")):
            yield GAP
        yield from _block(node)


def _block(node: SyntaxTreeNode) -> Iterator[Block]:
    if node.type in ("fence", "code_block"):
        yield from _fence(node)
    elif node.type == "math_block":
        yield from (
            Block(plain(line, "t-math"), "  ", "  ", "fold") for line in node.content.strip().splitlines()
        )
    elif node.type in ("bullet_list", "ordered_list"):
        yield from _list(node)
    elif node.type == "blockquote":
        yield from (
            replace(block, first=f"│ {block.first}", rest=f"│ {block.rest}") for block in _blocks(node)
        )
    elif node.type == "table":
        yield from _table(node)
    elif node.type == "hr":
        yield Block(plain("─" * 24, "t-dim"))
    elif node.type == "html_block":
        yield Block(plain(node.content.strip()))
    else:
        content = _inline(node)
        yield Block(content.stylize(".t-heading") if node.type == "heading" else content)


def _fence(node: SyntaxTreeNode) -> Iterator[Block]:
    if node.info == MATH:
        yield from (Block(plain(line, "t-math"), "  ", "  ", "keep") for line in node.content.splitlines())
    elif node.info.startswith("py"):
        yield from code(node.content, indent="  ")
    else:
        yield from (Block(plain(line, "t-code"), "  ", "  ", "fold") for line in node.content.splitlines())


def _list(node: SyntaxTreeNode) -> Iterator[Block]:
    first = int(node.attrs.get("start", 1))
    for number, item in enumerate(node.children, first):
        marker = f"{number}. " if node.type == "ordered_list" else "- "
        indent = " " * len(marker)
        for row, block in enumerate(_blocks(item)):
            yield replace(block, first=(indent if row else marker) + block.first, rest=indent + block.rest)


def _table(node: SyntaxTreeNode) -> Iterator[Block]:
    from tutor.figures.cells import line_text  # few statements have a table: the first frame needs no figures
    from tutor.figures.tables import draw_table

    rows = [
        tuple(_inline(cell).plain for cell in row.children) for part in node.children for row in part.children
    ]
    for line in draw_table(Table("", rows[0], tuple(rows[1:])), BLOCK_WIDTH):
        yield Block(plain(line_text(line)), wrap="keep")


_ROLES = {"strong": "t-strong", "em": "t-em", "s": "t-dim", "link": "t-link"}


def _inline(node: SyntaxTreeNode) -> Content:
    """The words of a paragraph; what must not be broken is glued together."""
    if node.type == "text":
        return plain(_glued(node.content), "t-math") if node.markup == "$" else plain(node.content)
    if node.type == "math_inline":
        return plain(_glued(f"${node.content}$"), "t-math")
    if node.type == "code_inline":
        return plain(_glued(node.content), "t-code")
    if node.type in ("softbreak", "hardbreak"):
        return Content(" " if node.type == "softbreak" else "\n")
    if node.type == "html_inline":
        return plain(node.content)
    words = Content("").join([_inline(child) for child in node.children])
    address = str(node.attrs.get("href", ""))
    if address and address != words.plain:
        words += plain(f" ({address})")
    return words.stylize(f".{_ROLES[node.type]}") if node.type in _ROLES else words


def _glued(text: str) -> str:
    return text.replace(" ", GLUE) if len(text) <= LONGEST_GLUED else text
