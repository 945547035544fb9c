"""Nodes to one line of text, with every parenthesis that keeps it unambiguous."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tutor.mathbox.nodes import Accent, Atom, Brace, Fence, Frac, Grid, Node, Root, Row, Script, kind_of
from tutor.mathbox.spacing import Spaced, kinds_of, spaced
from tutor.mathbox.symbols import ACCENTS, Kind, accented, subscript, superscript

_LINES = {"overline": "\u0305", "bar": "\u0305", "underline": "\u0332"}
_SAID = ("if", "otherwise", "else", "when", "for")
_OPEN_SCRIPT = re.compile(r"[_^]\w+$")


def linear(node: Node, tight: bool = False) -> str:
    """The formula on one line; `tight` leaves out the spaces around signs, as in scripts."""
    match node:
        case Atom():
            return node.text
        case Row():
            return _row(node.items, tight)
        case Frac():
            return _fraction(node, tight)
        case Script():
            return scripted(node)
        case Root():
            return _root(node)
        case Accent():
            return _accent(node)
        case Fence():
            return node.left + linear(node.body, tight) + node.right
        case Brace():
            return f"({linear(node.body)})"
        case Grid():
            return _grid(node)


def _row(items: tuple[Node, ...], tight: bool) -> str:
    text = ""
    for item in spaced(items, tight):
        piece = _piece(item, tight)
        if not item.gap and _OPEN_SCRIPT.search(text) and piece[:1].isalnum():
            text += " "
        text += " " * item.gap + piece
    return text


def _piece(item: Spaced, tight: bool) -> str:
    text = linear(item.node, tight)
    if item.joined and isinstance(item.node, Frac) and item.node.bar:
        return f"({text})"
    if item.joined and isinstance(item.node, Root) and not text.endswith(")"):
        return f"√({linear(item.node.body)})"
    return text


def _fraction(node: Frac, tight: bool) -> str:
    top, bottom = linear(node.top, tight), linear(node.bottom, tight)
    if not node.bar:
        return f"{top} over {bottom}"
    if not _is_product(node.top):
        top = f"({top})"
    if not (_is_single(node.bottom) or _is_differential(node.top, node.bottom)):
        bottom = f"({bottom})"
    return f"{top}/{bottom}"


def _is_product(node: Node) -> bool:
    """Whether it can stand before a slash as it is: signs only inside brackets."""
    items = node.items if isinstance(node, Row) else (node,)
    outside = [kind for kind, depth in _depths(items) if depth == 0]
    return bool(items) and set(outside) <= {"ord", "open", "close", "fence", "space"}


def _is_single(node: Node) -> bool:
    """Whether it can stand after a slash as it is."""
    match node:
        case Atom():
            return node.kind == "ord"
        case Script():
            return kind_of(node.base) == "ord" and _is_single(node.base)
        case Row():
            found = list(_depths(node.items))
            return len(found) > 1 and found[0][0] == "open" and all(depth for _, depth in found[1:-1])
        case Fence() | Root() | Accent():
            return True
        case _:
            return False


def _depths(items: tuple[Node, ...]) -> Iterator[tuple[Kind, int]]:
    """Each item's class and how many brackets it is in (those of the outermost pair: none)."""
    depth = 0
    for kind in kinds_of(items):
        depth -= kind == "close"
        yield kind, depth
        depth += kind == "open"


def _is_differential(top: Node, bottom: Node) -> bool:
    """`∂L/∂w` and `dL/dw` are read as one sign, so `∂w` needs no parentheses."""
    match bottom:
        case Row(items=(Atom(text="∂" | "d" as sign), variable)):
            first = top.items[0] if isinstance(top, Row) and top.items else top
            first = first.base if isinstance(first, Script) else first
            return _is_single(variable) and first == Atom(sign)
        case _:
            return False


def needs_parentheses(base: Node) -> bool:
    """Whether a script on this base would seem to belong to its last part only."""
    return isinstance(base, Frac | Script | Root) or (isinstance(base, Row) and len(base.items) > 1)


def scripts(node: Script) -> tuple[str, str | None, str | None]:
    """Small characters to write beside the base, then the subscript and the superscript that lack them."""
    sub, sup = (None if part is None else linear(part, tight=True) for part in (node.sub, node.sup))
    words = (
        isinstance(part, Atom) and len(part.text) > 1 and part.text.isalpha() for part in (node.sub, node.sup)
    )
    low, high = (None if word else text for word, text in zip(words, (sub, sup), strict=True))
    lowered = subscript(low) if low else None
    raised = superscript(high) if high else None
    parts = (lowered or "", raised or "")
    glyphs = "".join(parts[::-1] if set(parts[1]) == {"′"} else parts)
    return glyphs, None if lowered else sub, None if raised else sup


def scripted(node: Script) -> str:
    """A base and its scripts on one line: small characters, else `_…` and `^…`."""
    glyphs, sub, sup = scripts(node)
    base = linear(node.base)
    text = (f"({base})" if needs_parentheses(node.base) else base) + glyphs
    for mark, part, script in (("_", sub, node.sub), ("^", sup, node.sup)):
        if part is not None:
            alone = isinstance(script, Atom) and (len(part) == 1 or part.isalnum())
            text += mark + (part if alone else f"({part})")
    return text


def _root(node: Root) -> str:
    body = linear(node.body)
    alone = isinstance(node.body, Atom) or (isinstance(node.body, Script) and node.body.sup is None)
    body = body if alone and len(body) < 3 else f"({body})"
    if node.index is None:
        return f"√{body}"
    index = superscript(linear(node.index, tight=True))
    return f"{index}√{body}" if index else f"{body}^(1/{linear(node.index, tight=True)})"


def _accent(node: Accent) -> str:
    body = node.body
    if isinstance(body, Script) and isinstance(body.base, Atom):
        return linear(Script(Atom(_accent(Accent(node.name, body.base))), body.sub, body.sup))
    text = linear(body)
    if node.name in ACCENTS and len(text) == 1:
        return accented(text, ACCENTS[node.name])
    if node.name in _LINES and not set("(/") & set(text):
        return "".join(char + _LINES[node.name] for char in text)
    return f"{node.name}({text})"


def _grid(node: Grid) -> str:
    if node.style == "matrix":
        rows = "; ".join(", ".join(linear(cell) for cell in row) for row in node.rows)
        return f"{node.left or '['}{rows}{node.right or ']'}"
    if node.style == "cases":
        return "{" + "; ".join(map(_case, node.rows)) + "}"
    text = ""
    for row in map(_aligned, node.rows):
        starts = next((kind for item in row if (kind := kind_of(item)) != "space" and item != Atom("")), "")
        text += (" " if starts in ("rel", "bin") else "; ") * bool(text) + _row(row, tight=False).strip()
    return text


def _case(row: tuple[Node, ...]) -> str:
    value, *conditions = (linear(cell).strip() for cell in row)
    said = bool(conditions) and conditions[0].split(" ")[0] in _SAID
    return (" " if said else ", ").join((value, *conditions))


def _aligned(row: tuple[Node, ...]) -> tuple[Node, ...]:
    """The cells of a row as one row: a cell after `&` continues the one before it."""
    return tuple(item for at, cell in enumerate(row) for item in continued(cell, at))


def continued(cell: Node, at: int) -> tuple[Node, ...]:
    """The items of the cell in column `at`, so that a sign at its start is spaced as between two things."""
    return (Atom(""),) * (at % 2) + (cell.items if isinstance(cell, Row) else (cell,))
