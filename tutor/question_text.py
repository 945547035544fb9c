"""What stands below a question's front matter: statement, predictions, hints, explanation, alternatives."""

from __future__ import annotations

import re
from typing import Any, get_args

from tutor.model import Explanation, Option, Prediction, PredictionKind
from tutor.question_blocks import Block, Source, cut, named_blocks
from tutor.question_hints import read_ladders

SECTIONS = ("Predict", "Hints", "Explain", "Alternatives")

_PREDICTION = re.compile(r"([a-z][a-z0-9_]*) \((\w+)(?:, *([\d.]+) *%)?\)")
_OPTION = re.compile(r"- ([\w.+-]+): (.*)")
_CURVE = re.compile(r"(.*?)\s*\[([-+\d.eE,\s]+)\]")
_DEFAULT_TOLERANCE = 0.01


def read_rest(source: Source, start: int) -> dict[str, Any]:
    """The fields of a question that stand below its front matter."""
    statement, sections = _split_sections(source, start)
    if not statement:
        source.wrong(start, "there is no statement; write it between the front matter and `## Predict`.")
    return {
        "statement": statement,
        "predictions": _predictions(source, sections["Predict"]),
        "ladders": read_ladders(source, sections["Hints"]),
        "explanation": _explanation(source, sections["Explain"]),
        "alternatives": sections["Alternatives"].body.strip() if "Alternatives" in sections else "",
    }


def _split_sections(source: Source, start: int) -> tuple[str, dict[str, Block]]:
    statement, blocks = cut(source.text[start:], "## ", start)
    sections: dict[str, Block] = {}
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


def _predictions(source: Source, section: Block) -> tuple[Prediction, ...]:
    blocks = named_blocks(source, section)
    if not blocks:
        source.wrong(section.at, "there is no prediction; add `### name (kind)` with a question to ask.")
    return tuple(_prediction(source, block) for block in blocks)


def _prediction(source: Source, block: Block) -> Prediction:
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


def _options(source: Source, block: Block, kind: str, lines: list[str]) -> tuple[Option, ...]:
    if kind not in ("choice", "curve"):
        return ()
    options = tuple(_option(source, block, kind, line) for line in lines)
    keys = [option.key for option in options]
    if len(keys) < 2:
        source.wrong(block.at, f"`{block.title}` needs two options or more; add lines `- key: text`.")
    if len(set(keys)) < len(keys):
        source.wrong(block.at, f"two options of `{block.title}` share a key; give each its own.")
    return options


def _option(source: Source, block: Block, kind: str, line: str) -> Option:
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


def _explanation(source: Source, section: Block) -> Explanation:
    ask, blocks = cut(section.body, "### ", section.inside)
    parts = {block.title: block.body.strip() for block in blocks}
    if not ask:
        source.wrong(section.at, "`## Explain` asks nothing; write the question below it.")
    for name in ("Model answer", "Points"):
        if not parts.get(name):
            source.wrong(section.at, f"`## Explain` has no `### {name}`; add it.")
    return Explanation(ask, parts["Model answer"], _points(source, section, parts["Points"]))


def _points(source: Source, section: Block, body: str) -> tuple[str, ...]:
    joined = re.sub(r"\n +", " ", body)
    points = tuple(line[2:].strip() for line in joined.splitlines() if line.startswith("- "))
    if not points:
        source.wrong(section.at, "`### Points` is empty; add lines `- what a complete answer says`.")
    return points
