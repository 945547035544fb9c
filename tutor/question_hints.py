"""The `## Hints` of a question: ladders of short rungs, each with another way to think."""

from __future__ import annotations

import re

from tutor.model import HintLadder
from tutor.question_blocks import Block, Source, named_blocks

ANOTHER_WAY = "Another way:"

_RUNG = re.compile(r"^(\d+)\. ", re.MULTILINE)
_INDENT = re.compile(r"\n {1,3}")
_SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_CODE = re.compile(
    r"\w\(|[=@<>]|\*|[\w)\]] [-+/%] [\w(\[-]|[)\]\d][-/+][\w(]|\w\+\w"
    r"|^(return|for|if|while|with|import|from|raise|assert|del|lambda)\b.*\w"
)
_KEYWORD = re.compile(r"\w+=[\w.]+")
_FENCED = re.compile(r"^ *(?:```|~~~).*?\n(.*?)^ *(?:```|~~~)", re.MULTILINE | re.DOTALL)


def read_ladders(source: Source, section: Block) -> tuple[HintLadder, ...]:
    """All ladders; the general one (`### *`) must be there."""
    blocks = named_blocks(source, section)
    if "*" not in [block.title for block in blocks]:
        source.wrong(section.at, "the general hints are missing; add `### *` with rungs `1. …`, `2. …`.")
    return tuple(_ladder(source, block) for block in blocks)


def _ladder(source: Source, block: Block) -> HintLadder:
    pieces = _RUNG.split(block.body)
    numbers, rungs = pieces[1::2], tuple(_INDENT.sub("\n", piece).strip() for piece in pieces[2::2])
    if not rungs or pieces[0].strip() or numbers != [str(k + 1) for k in range(len(rungs))]:
        source.wrong(block.at, f"the hints of `{block.title}` must be numbered `1. `, `2. ` and so on.")
    for number, rung in zip(numbers, rungs, strict=True):
        if ANOTHER_WAY not in rung:
            source.wrong(
                _where(block, rung), f"hint {number} gives no alternative; add “{ANOTHER_WAY} …” to it."
            )
        if code_lines(rung) > 1:
            source.wrong(
                _where(block, rung), f"hint {number} holds more than one line of code; keep one at most."
            )
    return HintLadder("" if block.title == "*" else block.title, rungs)


def _where(block: Block, rung: str) -> int:
    return block.inside + block.body.index(rung.partition("\n")[0])


def code_lines(hint: str) -> int:
    """How many lines of code a hint gives away: fenced lines, and inline spans that are more than a name."""
    spans = sum(1 for span in _SPAN.findall(hint) if _CODE.search(span) and not _KEYWORD.fullmatch(span))
    if "```" not in hint and "~~~" not in hint:
        return spans
    return spans + sum(1 for body in _FENCED.findall(hint) for line in body.splitlines() if line.strip())
