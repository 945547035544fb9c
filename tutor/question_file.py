"""Reads one question's `.md`: front matter, statement, predictions, hints and explanation.

The format is small on purpose and needs the standard library only:

    +++ (TOML) +++  statement  ## Predict  ## Hints  ## Explain  ## Alternatives

Whatever is wrong is a `ContentError` that starts with `path:line:` and ends with the remedy.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, get_args

from tutor.errors import ContentError
from tutor.model import Engine, Kind, Question
from tutor.question_blocks import Source

_FRONT = re.compile(r"\+\+\+ *\n(.*?\n)\+\+\+ *(?:\n|\Z)", re.DOTALL)
_TOML_LINE = re.compile(r"\(at line (\d+)")


class _OnDemand(Question):
    """A question whose front matter was read; the rest is parsed when it is first asked for.

    So a lab of hundreds of questions starts as quickly as a small one.
    """

    @classmethod
    def begin(cls, source: Source, number: int) -> Question:
        """The question with its front matter; the generated constructor stays for whole ones."""
        head, start = _front_matter(source)
        question = cls.__new__(cls)
        question.__dict__.update(head, slug=source.path.stem, number=number, source=source.path)
        question.__dict__["_unread"] = (source, start)
        return question

    def __getattr__(self, name: str) -> Any:
        if name not in ("statement", "predictions", "ladders", "explanation", "alternatives"):
            raise AttributeError(name)
        from tutor.question_text import read_rest  # not needed to list a lab

        self.__dict__.update(read_rest(*self.__dict__["_unread"]))
        return self.__dict__[name]


def read_question(path: Path, number: int) -> Question:
    """The question in a file; `number` is its place in the lab, from 1.

    What is wrong below the front matter is raised when it is first asked for.
    """
    return _OnDemand.begin(Source(path, _read(path)), number)


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


def _front_matter(source: Source) -> tuple[dict[str, Any], int]:
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


def _check_head(source: Source, head: dict[str, Any]) -> None:
    allowed = {"kind": get_args(Kind), "engine": get_args(Engine)}
    for key in ("title", "section", "kind", "engine"):
        value = head.get(key)
        if not isinstance(value, str) or not value.strip():
            source.wrong(0, f'`{key}` is missing in the front matter; add `{key} = "…"`.')
        if key in allowed and value not in allowed[key]:
            source.wrong(0, f"`{key}` is {value!r}; use one of {', '.join(allowed[key])}.")
    if unknown := set(head) - {"title", "section", "kind", "engine"}:
        source.wrong(0, f"the front matter has an unknown key `{sorted(unknown)[0]}`; take it out.")
