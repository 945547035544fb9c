"""Commands that take arguments: each reads them from the parser and returns a node."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.mathbox.nodes import Accent, Atom, Brace, Fence, FormulaError, Frac, Grid, Node, Root, Row, Script
from tutor.mathbox.symbols import ACCENTS, ALPHABETS, COMMANDS, FUNCTIONS, LIMITS, SPACES, accented, styled

if TYPE_CHECKING:
    from tutor.mathbox.parse import Parser

_MATRICES = {
    "matrix": ("", ""), "pmatrix": ("(", ")"), "bmatrix": ("[", "]"), "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"), "Vmatrix": ("‖", "‖"), "smallmatrix": ("", ""),
}  # fmt: skip
_ALIGNED = frozenset({"aligned", "align", "split", "gathered", "gather", "equation"})
_WORDS = ("text", "textrm", "textbf", "textit", "texttt", "mathtt", "mathit", "mathsf", "mbox")
_DELIMITERS = {"\\|": "‖", "\\Vert": "‖", "\\vert": "|"}


def command(parser: Parser, name: str) -> Node:
    """The node of a command, whose arguments come next.

    Raises:
        FormulaError: the command is unknown or its arguments are wrong.

    """
    if name in COMMANDS:
        char, kind = COMMANDS[name]
        return Atom(char, kind, limits=kind == "big" and name != "int")
    if name in SPACES:
        return Atom(" " * SPACES[name], "space")
    if name in FUNCTIONS:
        return Atom(name, "func", limits=name in LIMITS)
    if name in ACCENTS or name in ("overline", "underline"):
        return Accent(name, parser.argument())
    if name in ALPHABETS:
        return _restyled(parser.argument(), ALPHABETS[name])
    if name in _BUILDERS:
        return _BUILDERS[name](parser)
    raise FormulaError(f"unknown command `\\{name}`")


def _restyled(node: Node, alphabet: str) -> Node:
    match node:
        case Atom():
            return replace(node, text="".join(styled(char, alphabet) for char in node.text))
        case Row():
            return Row(tuple(_restyled(item, alphabet) for item in node.items))
        case Script():
            return replace(node, base=_restyled(node.base, alphabet))
        case _:
            return node


def _text(parser: Parser) -> Node:
    words = re.sub(r"\\([#$%&_ {}])", r"\1", parser.raw())
    if "\\" in words or "$" in words:
        raise FormulaError("only plain words fit in `\\text{…}`")
    return Atom(words)


def _roman(parser: Parser) -> Node:
    start = parser.at
    words = parser.raw() if parser.peek() == "{" else parser.take()
    if "\\" in words:
        parser.at = start
        return parser.argument()
    return Atom(words, "func" if len(words.strip()) > 1 else "ord")


def _operator(parser: Parser) -> Node:
    limits = parser.peek() == "*"
    if limits:
        parser.take()
    words = re.sub(r"\\[,;: !]|\s+", " ", parser.raw()).strip()
    return Atom(words, "func", limits=limits)


def _fraction(parser: Parser) -> Node:
    return Frac(parser.argument(), parser.argument())


def _binomial(parser: Parser) -> Node:
    return Fence("(", Frac(parser.argument(), parser.argument(), bar=False), ")")


def _root(parser: Parser) -> Node:
    index = None
    if parser.peek() == "[":
        parser.take()
        index = parser.braced("]")
    return Root(parser.argument(), index)


def _negated(parser: Parser) -> Node:
    node = parser.argument()
    if not (isinstance(node, Atom) and len(struck := accented(node.text, "\u0338")) == 1):
        raise FormulaError("this `\\not` has no character of its own")
    return Atom(struck, "rel")


def _over(parser: Parser) -> Node:
    over = parser.argument()
    return Script(parser.argument(), sup=over, limits=True)


def _under(parser: Parser) -> Node:
    under = parser.argument()
    return Script(parser.argument(), sub=under, limits=True)


def _fence(parser: Parser) -> Node:
    left = _delimiter(parser)
    body = parser.row(frozenset({"\\right"}))
    parser.expect("\\right")
    return Fence(left, body, _delimiter(parser))


def _delimiter(parser: Parser) -> str:
    token = parser.take()
    if token == ".":
        return ""
    char = _DELIMITERS.get(token) or COMMANDS.get(token.removeprefix("\\"), (token, ""))[0]
    if char not in tuple("()[]{}|‖⟨⟩⌊⌋⌈⌉/"):
        raise FormulaError(f"`{token or 'the end'}` is no delimiter")
    return char


def _environment(parser: Parser) -> Node:
    name = parser.raw()
    rows = parser.cells()
    parser.expect("\\end")
    if (closed := parser.raw()) != name:
        raise FormulaError(f"`{name}` is closed as `{closed}`")
    if name in _MATRICES:
        return Grid(rows, "matrix", *_MATRICES[name])
    if name in ("cases", "dcases"):
        return Grid(rows, "cases", "{")
    if name.removesuffix("*") not in _ALIGNED:
        raise FormulaError(f"unknown environment `{name}`")
    return Grid(rows, "aligned")


_BUILDERS: dict[str, Callable[[Parser], Node]] = {
    **dict.fromkeys(
        ("text", "textrm", "textbf", "textit", "texttt", "mathtt", "mathit", "mathsf", "mbox"), _text
    ),
    **dict.fromkeys(("frac", "dfrac", "tfrac"), _fraction),
    **dict.fromkeys(("|", "Vert"), lambda parser: Atom("‖")),
    **dict.fromkeys(("overset", "stackrel"), _over),
    "vert": lambda parser: Atom("|"),
    "mathrm": _roman,
    "operatorname": _operator,
    "binom": _binomial,
    "sqrt": _root,
    "not": _negated,
    "underset": _under,
    "underbrace": lambda parser: Brace(parser.argument(), under=True),
    "overbrace": lambda parser: Brace(parser.argument(), under=False),
    "left": _fence,
    "begin": _environment,
}
