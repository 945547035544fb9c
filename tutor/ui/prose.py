"""Markdown with formulas as blocks of text."""

from __future__ import annotations

from tutor.ui.blocks import Block, plain


def prose(markdown: str) -> list[Block]:
    """Lay Markdown out."""
    return [Block(plain(line)) for line in markdown.splitlines()]
