"""Nodes to a box of text: fractions stacked, limits above and below, delimiters that grow."""

from __future__ import annotations

from collections.abc import Iterator

from tutor.mathbox.boxes import Box, beside, columns, delimiter, fenced, stacked, text_box
from tutor.mathbox.linear import continued, linear, needs_parentheses, scripts
from tutor.mathbox.nodes import Accent, Brace, Fence, Frac, Grid, Node, Root, Row, Script, kind_of
from tutor.mathbox.spacing import spaced


def layout(node: Node) -> Box:
    """The displayed form of a formula. Scripts and limits are one line high; the rest grows."""
    match node:
        case Row():
            return beside(_row(node))
        case Frac():
            return _fraction(node)
        case Script():
            return _script(node)
        case Root():
            return _root(node)
        case Accent():
            return _accent(node)
        case Fence():
            return fenced(node.left, layout(node.body), node.right)
        case Brace():
            return _brace(node)
        case Grid():
            return _grid(node)
        case _:
            return text_box(linear(node))


def _row(node: Row) -> Iterator[Box]:
    for item, before in zip(spaced(node.items, tight=False), (None, *node.items), strict=False):
        touches = isinstance(item.node, Frac) and before is not None and kind_of(before) == "bin"
        yield text_box(" " * max(item.gap, int(touches)))
        text = linear(item.node)
        if isinstance(item.node, Root) and item.joined and not text.endswith(")"):
            yield text_box(f"√({linear(item.node.body)})")
        else:
            yield layout(item.node)


def _fraction(node: Frac) -> Box:
    top, bottom = layout(node.top), layout(node.bottom)
    width = max(top.width, bottom.width) + 2
    return stacked((top, text_box(("─" if node.bar else " ") * width), bottom), top.height)


def _script(node: Script) -> Box:
    base = layout(node.base)
    if needs_parentheses(node.base):
        base = fenced("(", base, ")")
    if node.limits:
        return _limits(base, node)
    glyphs, sub, sup = scripts(node)
    if base.height > 1:
        return _corners(base, node)
    above = [] if sup is None else [text_box(sup)]
    below = [] if sub is None else [text_box(sub)]
    side = stacked((*above, text_box(glyphs), *below), len(above), "<")
    return beside((base, side))


def _limits(base: Box, node: Script) -> Box:
    parts = [None if part is None else text_box(linear(part, tight=True)) for part in (node.sup, node.sub)]
    above, below = ([] if part is None else [part] for part in parts)
    return stacked((*above, base, *below), base.base + len(above))


def _corners(base: Box, node: Script) -> Box:
    """Scripts at the upper and lower right corner of something tall."""
    raised, lowered = scripts(Script(Row(()), None, node.sup)), scripts(Script(Row(()), node.sub, None))
    top, bottom = raised[0] or raised[2] or "", lowered[0] or lowered[1] or ""
    side = stacked((text_box(top), *[text_box("")] * (base.height - 2), text_box(bottom)), base.base, "<")
    return beside((base, side))


def _root(node: Root) -> Box:
    body = layout(node.body)
    if body.height == 1:
        return text_box(linear(node))
    index = linear(node.index, tight=True) if node.index else ""
    slope = [" " * (body.height - 1 - at) + "╱" + " " * at for at in range(body.height)]
    hook = [("╲" if at == body.height - 1 else " ") + line for at, line in enumerate(slope)]
    sign = Box(tuple(hook), body.base)
    roofed = beside((sign, body))
    roof = " " * sign.width + "_" * body.width
    whole = Box((roof, *roofed.lines), roofed.base + 1)
    return beside((text_box(index), whole)) if index else whole


def _accent(node: Accent) -> Box:
    body = layout(node.body)
    if body.height == 1:
        return text_box(linear(node))
    line = text_box("_" * body.width if node.name != "underline" else "‾" * body.width)
    if node.name == "underline":
        return stacked((body, line), body.base)
    if node.name in ("overline", "bar"):
        return stacked((line, body), body.base + 1)
    return beside((text_box(node.name), fenced("(", body, ")")))


def _brace(node: Brace) -> Box:
    body = layout(node.body)
    left = max(0, (body.width - 1) // 2 - 1)
    right = max(0, body.width - left - 3)
    ends = "╰┬╯" if node.under else "╭┴╮"
    line = text_box(ends[0] + "─" * left + ends[1] + "─" * right + ends[2])
    return stacked((body, line), body.base) if node.under else stacked((line, body), body.base + 1)


def _grid(node: Grid) -> Box:
    if node.style == "aligned":
        cells = [[layout(Row(continued(cell, at))) for at, cell in enumerate(row)] for row in node.rows]
        return columns(cells, "><", 0)
    cells = [[layout(cell) for cell in row] for row in node.rows]
    if node.style == "matrix":
        return fenced(node.left, columns(cells, "^", 2), node.right)
    if len(cells) == 2:
        cells.insert(1, [text_box("")])  # a brace of three lines has a middle to point with
    body = columns(cells, "<", 2)
    return beside((delimiter("{", body.height, body.base), text_box(" "), body))
