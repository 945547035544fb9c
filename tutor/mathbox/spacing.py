"""The spaces of a row, by TeX's atom classes: unary minus, paired bars, operators, relations."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.mathbox.nodes import Atom, Node, Script, kind_of
from tutor.mathbox.symbols import Kind
from tutor.records import record

_TOUCHING: frozenset[Kind] = frozenset({"ord", "func", "big", "frac", "fence"})


@record
class Spaced:
    """An item of a row in its place."""

    node: Node
    gap: int
    """Columns before it."""
    joined: bool
    """Whether a neighbour is multiplied with it (or applied to it) without a sign between."""


def spaced(items: tuple[Node, ...], tight: bool) -> Iterator[Spaced]:
    """The items with the gaps before them; `tight` (in scripts) drops those around signs."""
    kinds = kinds_of(items)
    for at, node in enumerate(items):
        gap = _gap(kinds[at - 1], kinds[at], items[at - 1], node, tight) if at else 0
        yield Spaced(node, gap, _joined(items, kinds, at))


def kinds_of(items: tuple[Node, ...]) -> list[Kind]:
    """The class of each item where it stands: bars paired, signs told from operators."""
    kinds: list[Kind] = []
    for at, node in enumerate(items):
        kind = kind_of(node)
        if _bar(node):
            kind = _bar_kind(items, at, kinds)
        elif kind == "bin":
            kind = _sign_kind(items, at, kinds)
        kinds.append(kind)
    return kinds


def _sign_kind(items: tuple[Node, ...], at: int, kinds: list[Kind]) -> Kind:
    """A sign between two things, in front of one (`-x`), or standing alone (`x^+`)."""
    before = next((kind for kind in reversed(kinds) if kind != "space"), None)
    after = kind_of(items[at + 1]) if at + 1 < len(items) else None
    if after in (None, "rel", "close", "punct"):
        return "ord"
    return "sign" if before in (None, "bin", "rel", "open", "punct", "func", "big", "sign") else "bin"


def _bar(node: Node) -> str:
    """The bar that a node is (with or without scripts), or nothing."""
    base = node.base if isinstance(node, Script) else node
    return base.text if isinstance(base, Atom) and base.kind == "ord" and base.text in ("|", "‖") else ""


def _bar_kind(items: tuple[Node, ...], at: int, kinds: list[Kind]) -> Kind:
    """Whether a bar opens or closes a pair; one alone between brackets reads "given"."""
    bar, depth = _bar(items[at]), 0
    for before in range(at - 1, -1, -1):
        depth += (kinds[before] == "close") - (kinds[before] == "open")
        if depth < 0:
            if _bar(items[before]) == bar:
                return "close"
            break
    depth = 0
    for node in items[at + 1 :]:
        if depth == 0 and _bar(node) == bar:
            return "open"
        kind = kind_of(node)
        depth += (kind == "open") - (kind == "close")
        if depth < 0:
            break
    return "rel"


def _gap(left: Kind, right: Kind, before: Node, node: Node, tight: bool) -> int:
    if "space" in (left, right) or left in ("open", "sign") or right in ("close", "punct"):
        return 0
    if left == right == "rel":
        return 0
    if {left, right} & {"rel", "bin"} or left == "punct":
        worded = Atom("mod", "bin") in (before, node)
        return 0 if tight and not worded else 1
    if left == "func" and right in ("open", "fence"):
        return 1 if isinstance(before, Script) and before.limits else 0
    if {left, right} & {"func", "big"}:
        return 1
    return 1 if "frac" in (left, right) and not tight else 0


def _joined(items: tuple[Node, ...], kinds: list[Kind], at: int) -> bool:
    left = _neighbour(items, kinds, range(at - 1, -1, -1))
    right = _neighbour(items, kinds, range(at + 1, len(items)))
    return left in _TOUCHING | {"close"} or right in _TOUCHING | {"open"}


def _neighbour(items: tuple[Node, ...], kinds: list[Kind], places: range) -> Kind | None:
    """The class of the first thing there that is not a thin space."""
    for place in places:
        node = items[place]
        if not (kinds[place] == "space" and isinstance(node, Atom) and len(node.text) < 2):
            return kinds[place]
    return None
