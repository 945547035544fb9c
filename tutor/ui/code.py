"""Python source as blocks of text with its keywords, strings and comments told apart."""

from __future__ import annotations

import io
import keyword
import tokenize

from textual.content import Content, Span

from tutor.ui.blocks import Block, plain

DEEPEST = 16
"""Columns; a line that is broken in two goes on below its beginning, but no further right than this."""


def code(source: str, *, numbers: bool = False, indent: str = "") -> list[Block]:
    """Colour a Python text, line by line; what is not Python stays plain."""
    lines = source.expandtabs(4).splitlines()
    spans = _spans(source.expandtabs(4))
    width = len(str(len(lines)))
    blocks = []
    for number, line in enumerate(lines, 1):
        before = f"{number:{width}} " if numbers else indent
        content = Content(plain(line).plain, spans.get(number, []))
        depth = min(len(line) - len(line.lstrip()), DEEPEST)
        blocks.append(Block(content, before, " " * (len(before) + depth + 4)))
    return blocks


def _spans(source: str) -> dict[int, list[Span]]:
    """The coloured stretches of each line (1-based)."""
    spans: dict[int, list[Span]] = {}
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if role := _role(token):
                _mark(spans, token, role)
    except (tokenize.TokenError, SyntaxError):
        pass  # the rest of a broken file stays plain
    return spans


def _role(token: tokenize.TokenInfo) -> str:
    if token.type == tokenize.COMMENT:
        return ".t-comment"
    if token.type == tokenize.STRING or tokenize.tok_name[token.type].startswith("FSTRING"):
        return ".t-string"
    if token.type == tokenize.NAME and keyword.iskeyword(token.string):
        return ".t-keyword"
    return ""


def _mark(spans: dict[int, list[Span]], token: tokenize.TokenInfo, role: str) -> None:
    (first, start), (last, end) = token.start, token.end
    for line in range(first, last + 1):
        left = start if line == first else 0
        right = end if line == last else 10_000
        spans.setdefault(line, []).append(Span(left, right, role))
