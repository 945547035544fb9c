"""A question's text cut at its headings, and complaints that name the line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from tutor.errors import ContentError

_MARK = re.compile(r"^(`{3,}|~{3,}|#{2,3} )(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """A whole file."""

    path: Path
    text: str

    def wrong(self, at: int, what: str) -> NoReturn:
        """Raise ContentError: the line of the offset `at`, and what is wrong with it."""
        line = self.text.count("\n", 0, at) + 1
        raise ContentError(f"{self.path}:{line}: {what}")


@dataclass(frozen=True, slots=True)
class Block:
    """The text under one heading, and where it stands in the file."""

    title: str
    body: str
    at: int
    """Offset of the heading."""
    inside: int
    """Offset of the body."""


def cut(text: str, level: str, offset: int) -> tuple[str, list[Block]]:
    """What stands before the first heading of `level` ("## " or "### "), and a block per heading.

    `offset` is where `text` starts in the file. Lines inside fenced code are never headings.
    """
    heads: list[re.Match[str]] = []
    fence = ""
    for mark in _MARK.finditer(text):
        if mark[1][0] != "#":
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        elif not fence and mark[1] == level:
            heads.append(mark)
    ends = [head.start() for head in heads[1:]] + [len(text)]
    blocks = [
        Block(head[2].strip(), text[head.end() : end], offset + head.start(), offset + head.end())
        for head, end in zip(heads, ends, strict=True)
    ]
    return (text[: heads[0].start()] if heads else text).strip(), blocks


def named_blocks(source: Source, section: Block) -> list[Block]:
    """The `###` blocks of a section; their names (the first words of the headings) are all different."""
    _, blocks = cut(section.body, "### ", section.inside)
    seen: set[str] = set()
    for block in blocks:
        name = block.title.partition(" ")[0]
        if name in seen:
            source.wrong(block.at, f"the name `{name}` is there twice; give each its own.")
        seen.add(name)
    return blocks
