"""Reads one question's `.md`: front matter, statement, predictions, hints and explanation.

The format is small on purpose and needs the standard library only:

    +++ (TOML) +++  statement  ## Predict  ## Hints  ## Explain  ## Alternatives

Whatever is wrong is a `ContentError` that starts with `path:line:` and ends with the remedy.
"""

from __future__ import annotations

import re
import tomllib
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

_FRONT = re.compile(r"\+\+\+ *\n(.*?\n)\+\+\+ *(?:\n|\Z)", re.DOTALL)
_MARK = re.compile(r"^(`{3,}|~{3,}|#{2,3} )(.*)$", re.MULTILINE)
_TOML_LINE = re.compile(r"\(at line (\d+)")
_PREDICTION = re.compile(r"([a-z][a-z0-9_]*) \((\w+)(?:, *([\d.]+) *%)?\)")
_OPTION = re.compile(r"- ([\w.+-]+): (.*)")
_CURVE = re.compile(r"(.*?)\s*\[([-+\d.eE,\s]+)\]")
_RUNG = re.compile(r"^(\d+)\. ", re.MULTILINE)
_INDENT = re.compile(r"\n {1,3}")
_SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_CODE = re.compile(
    r"\w\(|[=@<>]|\*|[\w)\]] [-+/%] [\w(\[-]|[)\]\d][-/+][\w(]|\w\+\w"
    r"|^(return|for|if|while|with|import|from|raise|assert|del|lambda)\b.*\w"
)
_KEYWORD = re.compile(r"\w+=[\w.]+")
_FENCED = re.compile(r"^ *(?:```|~~~).*?\n(.*?)^ *(?:```|~~~)", re.MULTILINE | re.DOTALL)
_DEFAULT_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True)
class _Block:
    """The text under one heading, and where it stands in the file."""

    title: str
    body: str
    at: int
    """Offset of the heading."""
    inside: int
    """Offset of the body."""


@dataclass(frozen=True, slots=True)
class _Source:
    path: Path
    text: str

    def wrong(self, at: int, what: str) -> NoReturn:
        line = self.text.count("\n", 0, at) + 1
        raise ContentError(f"{self.path}:{line}: {what}")


class _OnDemand(Question):
    """A question whose front matter was read; the rest is parsed when it is first asked for.

    So a lab of hundreds of questions starts as quickly as a small one.
    """

    @classmethod
    def begin(cls, source: _Source, number: int) -> Question:
        """The question with its front matter; the generated constructor stays for whole ones."""
        head, start = _front_matter(source)
        question = cls.__new__(cls)
        question.__dict__.update(head, slug=source.path.stem, number=number, source=source.path)
        question.__dict__["_unread"] = (source, start)
        return question

    def __getattr__(self, name: str) -> Any:
        if name not in ("statement", "predictions", "ladders", "explanation", "alternatives"):
            raise AttributeError(name)
        self.__dict__.update(_rest(*self.__dict__["_unread"]))
        return self.__dict__[name]


def read_question(path: Path, number: int) -> Question:
    """The question in a file; `number` is its place in the lab, from 1.

    What is wrong below the front matter is raised when it is first asked for.
    """
    return _OnDemand.begin(_Source(path, _read(path)), number)


def _rest(source: _Source, start: int) -> dict[str, Any]:
    """The fields of a question that stand below its front matter."""
    statement, sections = _split_sections(source, start)
    if not statement:
        source.wrong(start, "there is no statement; write it between the front matter and `## Predict`.")
    return {
        "statement": statement,
        "predictions": _predictions(source, sections["Predict"]),
        "ladders": _ladders(source, sections["Hints"]),
        "explanation": _explanation(source, sections["Explain"]),
        "alternatives": sections["Alternatives"].body.strip() if "Alternatives" in sections else "",
    }


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


def _front_matter(source: _Source) -> tuple[dict[str, Any], int]:
    """The checked front matter, and the offset at which the rest of the text starts."""
    found = _FRONT.match(source.text)
    if not found:
        source.wrong(0, "the front matter is missing; start with a `+++` line, TOML, and a `+++` line.")
    try:
        head = tomllib.loads(found[1])
    except tomllib.TOMLDecodeError as error:
        line = _TOML_LINE.search(str(error))
        source.wrong(0, f"the front matter is not TOML ({error}); mend line {line[1] if line else 1} of it.")
    _check_head(source, head)
    return head, found.end()


def _check_head(source: _Source, head: dict[str, Any]) -> None:
    allowed = {"kind": get_args(Kind), "engine": get_args(Engine)}
    for key in ("title", "section", "kind", "engine"):
        value = head.get(key)
        if not isinstance(value, str) or not value.strip():
            source.wrong(0, f'`{key}` is missing in the front matter; add `{key} = "…"`.')
        if key in allowed and value not in allowed[key]:
            source.wrong(0, f"`{key}` is {value!r}; use one of {', '.join(allowed[key])}.")
    if unknown := set(head) - {"title", "section", "kind", "engine"}:
        source.wrong(0, f"the front matter has an unknown key `{sorted(unknown)[0]}`; take it out.")


def _blocks(text: str, level: str, offset: int) -> tuple[str, list[_Block]]:
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
        _Block(head[2].strip(), text[head.end() : end], offset + head.start(), offset + head.end())
        for head, end in zip(heads, ends, strict=True)
    ]
    return (text[: heads[0].start()] if heads else text).strip(), blocks


def _split_sections(source: _Source, start: int) -> tuple[str, dict[str, _Block]]:
    statement, blocks = _blocks(source.text[start:], "## ", start)
    sections: dict[str, _Block] = {}
    for block in blocks:
        if block.title not in SECTIONS:
            known = ", ".join(f"`## {name}`" for name in SECTIONS)
            source.wrong(block.at, f"`## {block.title}` is not a section; use {known}, or `###` inside one.")
        if block.title in sections:
            source.wrong(block.at, f"`## {block.title}` is there twice; put both under one heading.")
        sections[block.title] = block
    for name in SECTIONS[:3]:
        if name not in sections:
            source.wrong(len(source.text), f"the section `## {name}` is missing; add it.")
    return statement, sections


def _named_blocks(source: _Source, section: _Block) -> list[_Block]:
    """The `###` blocks of a section; their names (the first words of the headings) are all different."""
    _, blocks = _blocks(section.body, "### ", section.inside)
    seen: set[str] = set()
    for block in blocks:
        name = block.title.partition(" ")[0]
        if name in seen:
            source.wrong(block.at, f"the name `{name}` is there twice; give each its own.")
        seen.add(name)
    return blocks


def _predictions(source: _Source, section: _Block) -> tuple[Prediction, ...]:
    blocks = _named_blocks(source, section)
    if not blocks:
        source.wrong(section.at, "there is no prediction; add `### name (kind)` with a question to ask.")
    return tuple(_prediction(source, block) for block in blocks)


def _prediction(source: _Source, block: _Block) -> Prediction:
    head = _PREDICTION.fullmatch(block.title)
    kinds = get_args(PredictionKind)
    if head is None or head[2] not in kinds:
        source.wrong(block.at, f"`### {block.title}` must read `### name (kind)`, kind: {', '.join(kinds)}.")
    if head[3] and head[2] != "number":
        source.wrong(block.at, "only a number has a tolerance; take the percentage out.")
    lines = block.body.strip().splitlines()
    why = lines.pop().removeprefix("Why:").strip() if lines and lines[-1].startswith("Why:") else ""
    options = _options(source, block, head[2], [line for line in lines if line.startswith("- ")])
    cut = next((k for k, line in enumerate(lines) if options and line.startswith("- ")), len(lines))
    ask = "\n".join(lines[:cut]).strip()
    if not ask:
        source.wrong(block.at, f"`{head[1]}` asks nothing; write its question below the heading.")
    tolerance = float(head[3]) / 100 if head[3] else _DEFAULT_TOLERANCE
    return Prediction(head[1], head[2], ask, options, tolerance if head[2] == "number" else 0.0, why)  # type: ignore[arg-type]


def _options(source: _Source, block: _Block, kind: str, lines: list[str]) -> tuple[Option, ...]:
    if kind not in ("choice", "curve"):
        return ()
    options = tuple(_option(source, block, kind, line) for line in lines)
    keys = [option.key for option in options]
    if len(keys) < 2:
        source.wrong(block.at, f"`{block.title}` needs two options or more; add lines `- key: text`.")
    if len(set(keys)) < len(keys):
        source.wrong(block.at, f"two options of `{block.title}` share a key; give each its own.")
    return options


def _option(source: _Source, block: _Block, kind: str, line: str) -> Option:
    found = _OPTION.fullmatch(line.strip())
    if found is None:
        source.wrong(block.at, f"the option {line!r} must read `- key: text`.")
    if kind == "choice":
        return Option(found[1], found[2].strip())
    drawn = _CURVE.fullmatch(found[2].strip())
    try:
        y = tuple(float(value) for value in drawn[2].replace(",", " ").split()) if drawn else ()
    except ValueError:
        y = ()
    if drawn is None or len(y) < 2:
        source.wrong(block.at, f"the curve {line!r} must end in its values, such as `[1 .6 .4 .3]`.")
    return Option(found[1], drawn[1], y)


def _ladders(source: _Source, section: _Block) -> tuple[HintLadder, ...]:
    blocks = _named_blocks(source, section)
    if "*" not in [block.title for block in blocks]:
        source.wrong(section.at, "the general hints are missing; add `### *` with rungs `1. …`, `2. …`.")
    return tuple(_ladder(source, block) for block in blocks)


def _ladder(source: _Source, block: _Block) -> HintLadder:
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


def _where(block: _Block, rung: str) -> int:
    return block.inside + block.body.index(rung.partition("\n")[0])


def code_lines(hint: str) -> int:
    """How many lines of code a hint gives away: fenced lines, and inline spans that are more than a name."""
    spans = sum(1 for span in _SPAN.findall(hint) if _CODE.search(span) and not _KEYWORD.fullmatch(span))
    if "```" not in hint and "~~~" not in hint:
        return spans
    return spans + sum(1 for body in _FENCED.findall(hint) for line in body.splitlines() if line.strip())


def _explanation(source: _Source, section: _Block) -> Explanation:
    ask, blocks = _blocks(section.body, "### ", section.inside)
    parts = {block.title: block.body.strip() for block in blocks}
    if not ask:
        source.wrong(section.at, "`## Explain` asks nothing; write the question below it.")
    for name in ("Model answer", "Points"):
        if not parts.get(name):
            source.wrong(section.at, f"`## Explain` has no `### {name}`; add it.")
    return Explanation(ask, parts["Model answer"], _points(source, section, parts["Points"]))


def _points(source: _Source, section: _Block, body: str) -> tuple[str, ...]:
    joined = re.sub(r"\n +", " ", body)
    points = tuple(line[2:].strip() for line in joined.splitlines() if line.startswith("- "))
    if not points:
        source.wrong(section.at, "`### Points` is empty; add lines `- what a complete answer says`.")
    return points
