"""A parsed formula: a tree of small immutable nodes, and the spacing class of each."""

from __future__ import annotations

from typing import Literal

from tutor.mathbox.symbols import Kind
from tutor.records import record


class FormulaError(ValueError):
    """The formula is outside the subset; its text says which part."""


@record
class Atom:
    """A symbol, a number, a word or a space."""

    text: str
    kind: Kind = "ord"
    limits: bool = False
    """Whether its scripts stand above and below in a displayed formula."""


@record
class Row:
    """Things side by side."""

    items: tuple[Node, ...]


@record
class Frac:
    """One thing over another; without a bar it is a binomial's inside."""

    top: Node
    bottom: Node
    bar: bool = True


@record
class Script:
    """A base with a subscript, a superscript or both."""

    base: Node
    sub: Node | None = None
    sup: Node | None = None
    limits: bool = False


@record
class Root:
    """A square root, or an n-th one."""

    body: Node
    index: Node | None = None


@record
class Accent:
    """A mark over (or a line under) a body."""

    name: str
    body: Node


@record
class Fence:
    """A body between delimiters that grow with it; an empty delimiter is invisible."""

    left: str
    body: Node
    right: str


@record
class Brace:
    """A body with a horizontal brace; the script on it is the brace's label."""

    body: Node
    under: bool


@record
class Grid:
    """Cells in rows: aligned equations, cases, a matrix."""

    rows: tuple[tuple[Node, ...], ...]
    style: Literal["aligned", "cases", "matrix"]
    left: str = ""
    right: str = ""


Node = Atom | Row | Frac | Script | Root | Accent | Fence | Brace | Grid


def kind_of(node: Node) -> Kind:
    """The class that decides the space around a node."""
    match node:
        case Atom():
            return node.kind
        case Script() | Accent(body=Atom()):
            return kind_of(node.base) if isinstance(node, Script) else "ord"
        case Frac():
            return "frac"
        case Fence() | Grid():
            return "fence"
        case _:
            return "ord"


def group(items: list[Node]) -> Node:
    """A row, or its only item."""
    return items[0] if len(items) == 1 else Row(tuple(items))
