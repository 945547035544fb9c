"""Reads one question's `.md`: front matter, statement, predictions, hints and explanation.

The format is small on purpose and needs the standard library only:

    +++ (TOML) +++  statement  ## Predict  ## Hints  ## Explain  ## Alternatives

Whatever is wrong is a `ContentError` that starts with `path:line:` and ends with the remedy.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, get_args

from tutor.errors import ContentError
from tutor.model import (
    Engine,
    Explanation,
    HintLadder,
    Kind,
    Option,
    Prediction,
    PredictionKind,
    Question,
)

SECTIONS = ("Predict", "Hints", "Explain", "Alternatives")
ANOTHER_WAY = "Another way:"

_MARK = re.compile(r"^(`{3,}|~{3,}|#{2,3} )(.*)$", re.MULTILINE)
_TOML_LINE = re.compile(r"\(at line (\d+)")
_PREDICTION = re.compile(r"([a-z][a-z0-9_]*) \((\w+)(?:, *([\d.]+) *%)?\)")
_OPTION = re.compile(r"- ([\w.+-]+): (.*)")
_CURVE = re.compile(r"(.*?)\s*\[([-+\d.eE,\s]+)\]")
_RUNG = re.compile(r"^(\d+)\. ", re.MULTILINE)
_SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_CODE = re.compile(
    r"\w\(|[=@<>]|\*|[\w)\]] [-+/%] [\w(\[-]|[)\]\d][-/+][\w(]|\w\+\w"
    r"|^(return|for|if|while|with|import|from|raise|assert|del|lambda)\b.*\w"
)
_DEFAULT_TOLERANCE = 0.01


@dataclass(frozen=True)
class _Block:
    """The text under one heading, and the line of that heading (1-based)."""

    title: str
    body: str
    line: int


@dataclass(frozen=True)
class _Source:
    path: Path

    def wrong(self, line: int, what: str) -> NoReturn:
        raise ContentError(f"{self.path}:{line}: {what}")


def read_question(path: Path, number: int) -> Question:
    """Parse the file of one question; `number` is its place in the lab, from 1."""
    source = _Source(path)
    text = _read(path)
    head, body, line = _split_front_matter(source, text)
    statement, sections = _split_sections(source, body, line)
    if not statement:
        source.wrong(line, "there is no statement; write it between the front matter and `## Predict`.")
    return Question(
        slug=path.stem,
        number=number,
        **head,
        statement=statement,
        predictions=_predictions(source, sections["Predict"]),
        ladders=_ladders(source, sections["Hints"]),
        explanation=_explanation(source, sections["Explain"]),
        alternatives=sections["Alternatives"].body if "Alternatives" in sections else "",
        source=path,
    )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError(
            f"{path}:1: this file is missing; run `tutor dev new {path.stem} --lab {path.parent.name}` "
            "or take its line out of lab.toml."
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(f"{path}:1: cannot be read ({error}); save it as UTF-8 text.") from None


def _split_front_matter(source: _Source, text: str) -> tuple[dict[str, Any], str, int]:
    """The checked front matter, the rest of the text, and the line on which that rest starts."""
    opening, _, rest = text.partition("\n")
    toml, closing, body = rest.partition("\n+++\n")
    if opening.strip() != "+++" or not closing:
        source.wrong(1, "the front matter is missing; start with a `+++` line, TOML, and a `+++` line.")
    try:
        head = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        line = 1 + int(found[1]) if found else 1
        source.wrong(line, f"the front matter is not TOML ({error}); mend it.")
    _check_head(source, head)
    return head, body, toml.count("\n") + 4


def _check_head(source: _Source, head: dict[str, Any]) -> None:
    allowed = {"kind": get_args(Kind), "engine": get_args(Engine)}
    for key in ("title", "section", "kind", "engine"):
        value = head.get(key)
        if not isinstance(value, str) or not value.strip():
            source.wrong(1, f'`{key}` is missing in the front matter; add `{key} = "…"`.')
        if key in allowed and value not in allowed[key]:
            source.wrong(1, f"`{key}` is {value!r}; use one of {', '.join(allowed[key])}.")
    if unknown := set(head) - {"title", "section", "kind", "engine"}:
        source.wrong(1, f"the front matter has an unknown key `{sorted(unknown)[0]}`; take it out.")


def _blocks(text: str, level: str, first_line: int) -> tuple[str, list[_Block]]:
    """What stands before the first heading of `level` ("## " or "### "), and a block per heading.

    Lines inside fenced code are never headings.
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
        _Block(
            head[2].strip(),
            text[head.end() : end].strip(),
            first_line + text.count("\n", 0, head.start()),
        )
        for head, end in zip(heads, ends, strict=True)
    ]
    return (text[: heads[0].start()] if heads else text).strip(), blocks


def _split_sections(source: _Source, body: str, line: int) -> tuple[str, dict[str, _Block]]:
    statement, blocks = _blocks(body, "## ", line)
    sections: dict[str, _Block] = {}
    for block in blocks:
        if block.title not in SECTIONS:
            known = ", ".join(f"`## {name}`" for name in SECTIONS)
            source.wrong(
                block.line, f"`## {block.title}` is not a section; use {known}, or `###` inside one."
            )
        if block.title in sections:
            source.wrong(block.line, f"`## {block.title}` is there twice; put both under one heading.")
        sections[block.title] = block
    for name in SECTIONS[:3]:
        if name not in sections:
            source.wrong(line, f"the section `## {name}` is missing; add it.")
    return statement, sections


def _unique(source: _Source, blocks: Iterable[_Block]) -> None:
    seen: set[str] = set()
    for block in blocks:
        name = block.title.split(" ")[0]
        if name in seen:
            source.wrong(block.line, f"the name `{name}` is there twice; give each its own.")
        seen.add(name)


def _predictions(source: _Source, section: _Block) -> tuple[Prediction, ...]:
    _, blocks = _blocks(section.body, "### ", _body_line(section))
    if not blocks:
        source.wrong(section.line, "there is no prediction; add `### name (kind)` with a question to ask.")
    _unique(source, blocks)
    return tuple(_prediction(source, block) for block in blocks)


def _body_line(section: _Block) -> int:
    # Bodies are stripped, so a line inside a section may be reported one or two too early: near enough.
    return section.line + 2


def _prediction(source: _Source, block: _Block) -> Prediction:
    head = _PREDICTION.fullmatch(block.title)
    kinds = get_args(PredictionKind)
    if head is None or head[2] not in kinds:
        source.wrong(
            block.line, f"`### {block.title}` must read `### name (kind)`, kind: {', '.join(kinds)}."
        )
    if head[3] and head[2] != "number":
        source.wrong(block.line, "only a number has a tolerance; take the percentage out.")
    lines = block.body.splitlines()
    why = lines.pop().removeprefix("Why:").strip() if lines and lines[-1].startswith("Why:") else ""
    options = _options(source, block, head[2], [line for line in lines if line.startswith("- ")])
    cut = next((k for k, line in enumerate(lines) if options and line.startswith("- ")), len(lines))
    ask = "\n".join(lines[:cut]).strip()
    if not ask:
        source.wrong(block.line, f"`{head[1]}` asks nothing; write its question below the heading.")
    tolerance = float(head[3]) / 100 if head[3] else _DEFAULT_TOLERANCE
    return Prediction(head[1], head[2], ask, options, tolerance if head[2] == "number" else 0.0, why)  # type: ignore[arg-type]


def _options(source: _Source, block: _Block, kind: str, lines: list[str]) -> tuple[Option, ...]:
    if kind not in ("choice", "curve"):
        return ()
    options = tuple(_option(source, block, kind, line) for line in lines)
    keys = [option.key for option in options]
    if len(keys) < 2:
        source.wrong(block.line, f"`{block.title}` needs two options or more; add lines `- key: text`.")
    if len(set(keys)) < len(keys):
        source.wrong(block.line, f"two options of `{block.title}` share a key; give each its own.")
    return options


def _option(source: _Source, block: _Block, kind: str, line: str) -> Option:
    found = _OPTION.fullmatch(line.strip())
    if found is None:
        source.wrong(block.line, f"the option {line!r} must read `- key: text`.")
    if kind == "choice":
        return Option(found[1], found[2].strip())
    drawn = _CURVE.fullmatch(found[2].strip())
    try:
        y = tuple(float(value) for value in drawn[2].replace(",", " ").split()) if drawn else ()
    except ValueError:
        y = ()
    if drawn is None or len(y) < 2:
        source.wrong(block.line, f"the curve {line!r} must end in its values, such as `[1 .6 .4 .3]`.")
    return Option(found[1], drawn[1], y)


def _ladders(source: _Source, section: _Block) -> tuple[HintLadder, ...]:
    _, blocks = _blocks(section.body, "### ", _body_line(section))
    _unique(source, blocks)
    if "*" not in [block.title for block in blocks]:
        source.wrong(section.line, "the general hints are missing; add `### *` with rungs `1. …`, `2. …`.")
    return tuple(_ladder(source, block) for block in blocks)


def _ladder(source: _Source, block: _Block) -> HintLadder:
    pieces = _RUNG.split(block.body)
    numbers, rungs = pieces[1::2], tuple(piece.strip() for piece in pieces[2::2])
    if not rungs or pieces[0].strip() or numbers != [str(k + 1) for k in range(len(rungs))]:
        source.wrong(block.line, f"the hints of `{block.title}` must be numbered `1. `, `2. ` and so on.")
    for number, rung in zip(numbers, rungs, strict=True):
        if ANOTHER_WAY not in rung:
            source.wrong(block.line, f"hint {number} gives no alternative; add “{ANOTHER_WAY} …” to it.")
        if code_lines(rung) > 1:
            source.wrong(block.line, f"hint {number} holds more than one line of code; keep one at most.")
    return HintLadder("" if block.title == "*" else block.title, rungs)


def code_lines(hint: str) -> int:
    """How many lines of code a hint gives away: fenced lines, and inline spans that are more than a name."""
    fenced = re.findall(r"^ *(?:```|~~~).*?\n(.*?)^ *(?:```|~~~)", hint, re.MULTILINE | re.DOTALL)
    lines = sum(1 for body in fenced for line in body.splitlines() if line.strip())
    return lines + sum(1 for span in _SPAN.findall(hint) if _CODE.search(span))


def _explanation(source: _Source, section: _Block) -> Explanation:
    ask, blocks = _blocks(section.body, "### ", _body_line(section))
    parts = {block.title: block.body for block in blocks}
    if not ask:
        source.wrong(section.line, "`## Explain` asks nothing; write the question below it.")
    for name in ("Model answer", "Points"):
        if not parts.get(name):
            source.wrong(section.line, f"`## Explain` has no `### {name}`; add it.")
    return Explanation(ask, parts["Model answer"], _points(source, section, parts["Points"]))


def _points(source: _Source, section: _Block, body: str) -> tuple[str, ...]:
    joined = re.sub(r"\n +", " ", body)
    points = tuple(line[2:].strip() for line in joined.splitlines() if line.startswith("- "))
    if not points:
        source.wrong(section.line, "`### Points` is empty; add lines `- what a complete answer says`.")
    return points
