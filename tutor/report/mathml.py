"""Formulas as MathML, from the same tree that the terminal draws: no script, no font, no network."""

from __future__ import annotations

import re
from html import escape

from tutor.mathbox.nodes import Accent, Atom, Brace, Fence, FormulaError, Frac, Grid, Node, Root, Row, Script
from tutor.mathbox.parse import parse

_OPERATORS = frozenset(("bin", "rel", "open", "close", "punct", "big", "sign"))
_MARKS = {
    "hat": "^", "widehat": "^", "bar": "¯", "overline": "¯", "tilde": "~", "widetilde": "~", "vec": "→",
    "dot": "˙", "ddot": "¨", "check": "ˇ", "underline": "_",
}  # fmt: skip
_NUMBER = re.compile(r"[\d.]+")


def mathml(latex: str, *, displayed: bool = False) -> str:
    """The formula as a `<math>` element; its source in `<code>` if it is outside the subset."""
    try:
        body = _node(parse(latex), displayed)
    except FormulaError:
        return f"<code>{escape(latex)}</code>"
    return f'<math display="block">{body}</math>' if displayed else f"<math>{body}</math>"


def _node(node: Node, displayed: bool) -> str:
    def inner(child: Node) -> str:
        return _node(child, displayed)

    match node:
        case Atom():
            return _atom(node)
        case Row():
            return f"<mrow>{''.join(map(inner, node.items))}</mrow>"
        case Frac():
            thin = "" if node.bar else ' linethickness="0"'
            return f"<mfrac{thin}>{inner(node.top)}{inner(node.bottom)}</mfrac>"
        case Script():
            return _script(node, displayed)
        case Root(index=None):
            return f"<msqrt>{inner(node.body)}</msqrt>"
        case Root(index=index) if index is not None:
            return f"<mroot>{inner(node.body)}{inner(index)}</mroot>"
        case Accent():
            under = node.name == "underline"
            mark = f'<mo stretchy="{str("line" in node.name).lower()}">{_MARKS.get(node.name, "^")}</mo>'
            return _wrap("munder" if under else "mover", inner(node.body), mark)
        case Fence():
            return f"<mrow>{_delimiter(node.left)}{inner(node.body)}{_delimiter(node.right)}</mrow>"
        case Brace():
            mark = f"<mo>{'⏟' if node.under else '⏞'}</mo>"
            return _wrap("munder" if node.under else "mover", inner(node.body), mark)
        case Grid():
            return _grid(node, displayed)
    raise FormulaError("an unknown node")


def _atom(atom: Atom) -> str:
    text = escape(atom.text.replace("-", "−") if atom.kind in ("bin", "sign") else atom.text)
    if atom.kind == "space":
        return f'<mspace width="{0.28 * len(atom.text):.2f}em"></mspace>'
    if atom.kind in _OPERATORS:
        return f'<mo stretchy="false">{text}</mo>' if atom.kind in ("open", "close") else f"<mo>{text}</mo>"
    if _NUMBER.fullmatch(atom.text):
        return f"<mn>{text}</mn>"
    if atom.kind == "func":
        return f"<mi>{text}</mi><mspace width='0.17em'></mspace>"
    return f"<mi>{text}</mi>" if len(atom.text) == 1 else f"<mtext>{text}</mtext>"


def _script(node: Script, displayed: bool) -> str:
    base = _node(node.base, displayed)
    parts = [_node(part, displayed) for part in (node.sub, node.sup) if part is not None]
    stacked = displayed and (node.limits or (isinstance(node.base, Atom) and node.base.limits))
    if not parts:
        return base
    if node.sub is not None and node.sup is not None:
        return _wrap("munderover" if stacked else "msubsup", base, *parts)
    if node.sub is not None:
        return _wrap("munder" if stacked else "msub", base, *parts)
    return _wrap("mover" if stacked else "msup", base, *parts)


def _grid(node: Grid, displayed: bool) -> str:
    rows = "".join(
        f"<mtr>{''.join(f'<mtd>{_node(cell, displayed)}</mtd>' for cell in row)}</mtr>" for row in node.rows
    )
    align = {"aligned": "right left", "cases": "left left"}.get(node.style, "center")
    left = "{" if node.style == "cases" and not node.left else node.left
    table = f'<mtable columnalign="{align}">{rows}</mtable>'
    return f"<mrow>{_delimiter(left)}{table}{_delimiter(node.right)}</mrow>"


def _delimiter(text: str) -> str:
    return f'<mo stretchy="true">{escape(text)}</mo>' if text.strip() else ""


def _wrap(tag: str, *children: str) -> str:
    return f"<{tag}>{''.join(f'<mrow>{child}</mrow>' for child in children)}</{tag}>"
