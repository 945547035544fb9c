"""Finds the labs and reads them: `lab.toml` and one `.md` a question. No numerics, no lab names."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from tutor.errors import ContentError
from tutor.model import Lab, Part
from tutor.places import labs_folder
from tutor.question_file import read_question

_SLUG = re.compile(r"[a-z][a-z0-9_]*")
_TOML_LINE = re.compile(r"\(at line (\d+)")


def lab_names() -> list[str]:
    """The names of the labs that came with this installation, in alphabetical order."""
    return sorted(path.parent.name for path in labs_folder().glob("*/lab.toml"))


def load_lab(folder: Path) -> Lab:
    """Read a lab, or raise ContentError with the file, the line and the remedy.

    A question's own text is parsed when it is first asked for; `verify` asks for all of it at once.
    """
    toml = folder / "lab.toml"
    text = _read(toml)
    table = _parse(toml, text)
    slugs = [slug for part in table["parts"] for slug in part["questions"]]
    for slug in slugs:
        if not _SLUG.fullmatch(slug):
            raise ContentError(
                f"{toml}:{_line(text, slug)}: {slug!r} is no question name; use a-z, 0-9 and `_`."
            )
        if slugs.count(slug) > 1:
            raise ContentError(f"{toml}:{_line(text, slug)}: {slug!r} is there twice; take one out.")
    numbers = {slug: k + 1 for k, slug in enumerate(slugs)}
    parts = tuple(
        Part(part["title"], tuple(read_question(folder / f"{s}.md", numbers[s]) for s in part["questions"]))
        for part in table["parts"]
    )
    return Lab(folder.name, table["title"], _read(folder / "opening.md"), parts, folder)


def verify(lab: Lab) -> None:
    """Raise ContentError if the text of any question is wrong."""
    for question in lab.questions:
        question.statement  # noqa: B018 - asking for it parses it


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ContentError(f"{path}:1: cannot be read ({reason}); write it as UTF-8 text.") from None


def _parse(path: Path, text: str) -> dict[str, Any]:
    """The table of `lab.toml`, with its shape checked: a title, and parts with a title and questions."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        raise ContentError(f"{path}:{found[1] if found else 1}: not TOML ({error}); mend it.") from None
    if not isinstance(table.get("title"), str):
        raise ContentError(f'{path}:1: the lab has no title; add `title = "…"`.')
    parts = table.get("parts")
    if not isinstance(parts, list) or not parts:
        raise ContentError(f"{path}:1: the lab has no parts; add `[[parts]]` with a title and questions.")
    for part in parts:
        questions = part.get("questions") if isinstance(part, dict) else None
        named = isinstance(questions, list) and all(isinstance(slug, str) for slug in questions)
        if not questions or not named or not isinstance(part.get("title"), str):
            raise ContentError(
                f'{path}:{_line(text, "[[parts]]")}: a part needs `title = "…"` and `questions = ["…"]`; '
                "add what is missing."
            )
    return table


def _line(text: str, needle: str) -> int:
    """The line (1-based) on which `needle` last stands."""
    return text.count("\n", 0, max(text.rfind(needle), 0)) + 1
