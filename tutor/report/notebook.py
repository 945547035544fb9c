"""The report as a notebook that runs from top to bottom: functions in order, figures by matplotlib."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tutor.errors import TutorError
from tutor.report.drawing import drawing
from tutor.report.gather import Entry, LabReport
from tutor.report.markdown import entry_blocks, explanation_blocks, fenced
from tutor.report.merge import KEEP, File, cell, clashes, needs, read
from tutor.report.words import lab_facts

SETUP = "import numpy as np\nfrom matplotlib import pyplot as plt"

Cell = tuple[str, str]
"""("markdown" or "code", source)."""


def to_notebook(report: LabReport, lab: Path, day: date) -> str:
    """The notebook's JSON; TutorError with the command to run when nbformat is not installed."""
    try:
        import nbformat
    except ImportError:
        raise TutorError(
            "a notebook needs the package nbformat, which is not here; run pip install 'lab-tutor[report]'."
        ) from None
    whole: Any = nbformat  # untyped
    make = {"markdown": whole.v4.new_markdown_cell, "code": whole.v4.new_code_cell}
    made = [make[kind](source) for kind, source in cells(report, lab, day)]
    for k, one in enumerate(made):
        one["id"] = f"cell-{k}"  # the same report gives the same file
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    about = {"kernelspec": kernel, "language_info": {"name": "python"}}
    notebook = whole.v4.new_notebook(cells=made, metadata=about)
    whole.validate(notebook)
    return str(whole.writes(notebook)) + "\n"


def cells(report: LabReport, lab: Path, day: date) -> Iterator[Cell]:
    """All cells in order."""
    files = {entry.question.slug: file for entry in report.entries if entry.passed and (file := _file(entry))}
    slugs = frozenset(entry.question.slug for entry in report.entries)
    shown = {slug: file for slug in slugs if (file := _shown(lab, slug)) and needs(file, slugs) <= set(files)}
    clashing = clashes(files.values(), shown.values(), slugs)
    yield "markdown", f"# {report.title}\n\n{day.isoformat()}. {lab_facts(report)}"
    yield "code", f"{SETUP}\n\n{KEEP}" if clashing else SETUP
    for title, entries in report.parts:
        yield "markdown", f"## {title}"
        for entry in entries:
            slug = entry.question.slug
            yield from _entry(entry, files.get(slug), shown.get(slug), slugs, clashing)


def _entry(
    entry: Entry, file: File | None, shown: File | None, slugs: frozenset[str], clashing: frozenset[str]
) -> Iterator[Cell]:
    told = list(entry_blocks(entry, code=False))
    if entry.code and file is None:
        told.append(fenced(entry.code, "python"))
    yield "markdown", "\n\n".join(told)
    if file is not None:
        yield "code", cell(file, slugs, clashing)
    if shown is not None:
        yield "code", cell(shown, slugs, clashing, keeps=False)
    else:
        yield from (("code", code) for figure in entry.figures if (code := drawing(figure)))
    if why := list(explanation_blocks(entry)):
        yield "markdown", "\n\n".join(why)


def _file(entry: Entry) -> File | None:
    return read(entry.question.slug, entry.code) if entry.code else None


def _shown(lab: Path, slug: str) -> File | None:
    """The lab's own cell that shows what a question is about: `labs/<lab>/notebook/<slug>.py`."""
    try:
        source = (lab / "notebook" / f"{slug}.py").read_text(encoding="utf-8")
    except OSError:
        return None
    return read(f"{slug}_shown", source)
