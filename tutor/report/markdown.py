"""The report as Markdown: the learner's words in blocks where nothing of them is read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from math import isfinite

from tutor.model import Curves, Figure, Heat, Table
from tutor.report.gather import Entry, Foretold, LabReport
from tutor.report.words import entry_facts, lab_facts, met_words, verdict


def to_markdown(report: LabReport, day: date) -> str:
    """The whole document."""
    return "\n\n".join(_blocks(report, day)) + "\n"


def _blocks(report: LabReport, day: date) -> Iterator[str]:
    yield f"# {report.title}"
    yield f"{day.isoformat()}. {lab_facts(report)}"
    for title, entries in report.parts:
        yield f"## {title}"
        for entry in entries:
            yield from entry_blocks(entry)


def entry_blocks(entry: Entry, *, code: bool = True) -> Iterator[str]:
    """One question; without `code` also without what comes after it: figures and explanation."""
    question = entry.question
    yield f"### {question.number}. {question.title}"
    yield f"*{question.section}. {entry_facts(entry)}*"
    if not entry.begun:
        return
    if entry.foretold:
        yield "**Foreseen, and what came out**"
        yield "\n".join(_foretold(one) for one in entry.foretold)
    if entry.note:
        yield f"*{entry.note}*"
    if entry.code and code:
        yield fenced(entry.code, "python")
    if entry.met:
        yield "**Misconceptions met**"
        yield "\n".join(f"- {met_words(one)}" for one in entry.met)
    if code:
        yield from (found for figure in entry.figures if (found := _figure(figure)))
        yield from explanation_blocks(entry)


def explanation_blocks(entry: Entry) -> Iterator[str]:
    """The learner's explanation beside the model answer."""
    model = entry.model
    if model is None:
        return
    yield f"**Why?** {model.ask}"
    yield fenced(entry.explanation, "text")
    yield f"**The model answer**\n\n{model.model_answer}"
    if entry.ticks:
        pairs = zip(entry.ticks, model.points, strict=False)
        yield "\n".join(f"- [{'x' if tick else ' '}] {point}" for tick, point in pairs)


def _foretold(one: Foretold) -> str:
    ask = " ".join(one.prediction.ask.split())
    options = {option.text for option in one.prediction.options}
    answer, actual = (text if text in options else literal(text) for text in (one.answer, one.actual))
    said = f"- {ask}\n  - my prediction ({literal(one.confidence)}): {answer}"
    if one.right is not None:
        said += f"\n  - actual: {actual} {verdict(one)}"
    if one.why:
        said += f"\n  - afterwards: {literal(one.why)}"
    return said


def literal(text: str) -> str:
    """Someone's words on one line, as code: nothing in them is read as markup."""
    flat = " ".join(text.split())
    if not flat:
        return ""
    ticks = "`" * (max((len(run) for run in re.findall("`+", flat)), default=0) + 1)
    pad = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{ticks}{pad}{flat}{pad}{ticks}"


def fenced(text: str, language: str) -> str:
    """A block of code whose fence is longer than any inside."""
    longest = max((len(run) for run in re.findall("^ *(`{3,})", text, re.MULTILINE)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def _figure(figure: Figure) -> str:
    """What Markdown can hold of a figure: tables whole, curves by their ends."""
    if isinstance(figure, Table):
        return f"**{figure.title}**\n\n{_table([figure.header, *figure.rows])}"
    if isinstance(figure, Heat):
        rows = [
            (label, *(f"{value:g}" for value in row))
            for label, row in zip(figure.row_labels, figure.cells, strict=False)
        ]
        return f"**{figure.title}**\n\n{_table([('', *figure.column_labels), *rows])}"
    if isinstance(figure, Curves):
        ends = [(s.name, _ends(s.y)) for s in figure.series if s.y]
        return "\n".join([f"**{figure.title}**", "", *(f"- {literal(name)}: {told}" for name, told in ends)])
    return ""


def _ends(values: tuple[float, ...]) -> str:
    shown = [f"{value:.4g}" if isfinite(value) else str(value) for value in (values[0], values[-1])]
    return f"from {shown[0]} to {shown[1]} in {len(values)} points"


def _table(rows: list[tuple[str, ...]]) -> str:
    def line(cells: tuple[str, ...]) -> str:
        return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"

    return "\n".join([line(rows[0]), line(("---",) * len(rows[0])), *map(line, rows[1:])])
