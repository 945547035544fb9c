"""LaTeX subset to nodes. Anything outside the subset is a FormulaError, never a guess."""

from __future__ import annotations

import re
from dataclasses import replace

from tutor.mathbox.commands import command
from tutor.mathbox.nodes import Atom, Brace, FormulaError, Grid, Node, Row, Script, group
from tutor.mathbox.symbols import CHARACTERS

_TOKEN = re.compile(r"\\(?:[A-Za-z]+|.)|\s+|.", re.DOTALL)
_IGNORED = frozenset({
    "\\displaystyle", "\\textstyle", "\\scriptstyle", "\\limits", "\\nolimits", "\\nonumber", "\\notag",
    "\\middle", "\\big", "\\Big", "\\bigg", "\\Bigg", "\\bigl", "\\bigr", "\\Bigl", "\\Bigr", "\\biggl",
    "\\biggr", "\\Biggl", "\\Biggr",
})  # fmt: skip
_CELL_ENDS = frozenset({"&", "\\\\", "\\end", "}", "\\right"})
_DEEPEST = 24


def parse(source: str) -> Node:
    """The tree of a formula (several rows or columns become an aligned grid).

    Raises:
        FormulaError: it uses something outside the subset, or its braces do not match.

    """
    parser = Parser(source)
    rows = parser.cells()
    if parser.peek():
        raise FormulaError(f"`{parser.peek()}` closes nothing")
    return rows[0][0] if len(rows) == 1 and len(rows[0]) == 1 else Grid(rows, "aligned")


class Parser:
    """Reads tokens from left to right; `commands` calls back for arguments."""

    def __init__(self, source: str) -> None:
        self.tokens: list[str] = _TOKEN.findall(source)
        self.at = 0
        self.depth = 0

    def peek(self) -> str:
        """The next token that is not white space; empty at the end."""
        while self.at < len(self.tokens) and self.tokens[self.at].isspace():
            self.at += 1
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        """The next token, now read."""
        token = self.peek()
        self.at += 1
        return token

    def expect(self, token: str) -> None:
        """Read exactly this token."""
        if (found := self.take()) != token:
            raise FormulaError(f"expected `{token}`, found {f'`{found}`' if found else 'the end'}")

    def raw(self) -> str:
        """A group in braces as the characters it was written with."""
        self.expect("{")
        start, open_braces = self.at, 1
        while open_braces:
            if self.at >= len(self.tokens):
                raise FormulaError("expected `}`, found the end")
            open_braces += {"{": 1, "}": -1}.get(self.tokens[self.at], 0)
            self.at += 1
        return "".join(self.tokens[start : self.at - 1])

    def row(self, stop: frozenset[str]) -> Node:
        """Items up to one of the stop tokens (left in place) or the end."""
        items: list[Node] = []
        while (token := self.peek()) and token not in stop:
            if token in _IGNORED:
                self.take()
            else:
                items.append(self._item())
        return group(items)

    def braced(self, closer: str = "}") -> Node:
        """The rest of a group whose opening brace has been read."""
        node = self.row(frozenset({closer}))
        self.expect(closer)
        return node

    def argument(self) -> Node:
        """What a command or script applies to: a group in braces, or the one next thing."""
        if self.peek() in ("", "&", "\\\\", "^", "_"):
            raise FormulaError("a command or a script has nothing to apply to")
        return self._atom()

    def cells(self) -> tuple[tuple[Node, ...], ...]:
        """Rows of cells up to what closes them or the end; an empty last row does not count."""
        rows: list[list[Node]] = [[]]
        while True:
            rows[-1].append(self.row(_CELL_ENDS))
            if self.peek() == "\\\\":
                rows.append([])
            elif self.peek() != "&":
                break
            self.take()
        if len(rows) > 1 and rows[-1] == [Row(())]:
            rows.pop()
        return tuple(map(tuple, rows))

    def _item(self) -> Node:
        """One thing with its scripts."""
        node: Node = Row(()) if self.peek() in "^_'" else self._atom(number=True)
        seen = ""
        while (token := self.peek()) and (token in "^_'" or token in ("\\limits", "\\nolimits")):
            self.take()
            if token == "'":
                node = _primed(node)
            elif token in "^_":
                if token in seen:
                    raise FormulaError(f"two `{token}` on one thing")
                seen += token
                node = _scripted(node, token, self.argument())
        return node

    def _atom(self, number: bool = False) -> Node:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise FormulaError("nested too deeply")
        node = self._simple(self.take(), number)
        self.depth -= 1
        return node

    def _simple(self, token: str, number: bool) -> Node:
        if token == "{":
            return self.braced()
        if token in ("}", "&"):
            raise FormulaError(f"`{token}` is out of place")
        if token.startswith("\\"):
            return command(self, token[1:])
        if number and token.isdigit():
            return Atom(token + self._digits())
        if token == "|" and self.tokens[self.at : self.at + 1] == ["|"]:
            self.at += 1
            return Atom("‖")
        return Atom(" ", "space") if token == "~" else Atom(token, CHARACTERS.get(token, "ord"))

    def _digits(self) -> str:
        """The rest of a number; a point belongs to it only before another digit."""
        found = re.match(r"\d*(\.\d+)?", "".join(self.tokens[self.at : self.at + 40]))
        text = found.group() if found else ""
        self.at += len(text)
        return text


def _scripted(base: Node, mark: str, script: Node) -> Node:
    sub, sup = (script, None) if mark == "_" else (None, script)
    if isinstance(base, Script) and (base.sub if sub else base.sup) is None:
        return replace(base, sub=sub or base.sub, sup=sup or base.sup)
    return Script(base, sub, sup, isinstance(base, Brace) or (isinstance(base, Atom) and base.limits))


def _primed(base: Node) -> Node:
    if isinstance(base, Script) and base.sup is not None:
        return replace(base, sup=group([base.sup, Atom("′")]))
    return _scripted(base, "^", Atom("′"))
