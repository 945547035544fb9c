"""The cases: a learner's file each, with the verdict it must get and words the verdict must hold.

A case in `cases/FAMILY/NAME.py` begins with `# status, status: words; words`. Paths in it are written as
`@OUTSIDE@` (a folder that anybody may change), `@WORKSPACE@`, `@SOLUTION@` and the like.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.generated import GENERATED
from tutor.model import Status

FOLDER = Path(__file__).parent / "cases"
BOUNDARY = frozenset({"files", "network", "processes", "protocol", "signals"})
"""Families whose outcome may depend on who runs them."""


@dataclass(frozen=True)
class Case:
    """One learner's file."""

    family: str
    name: str
    content: bytes
    statuses: frozenset[Status]
    """The verdicts that are right for it."""
    says: tuple[str, ...] = ()
    """What the report must say."""

    def __str__(self) -> str:
        return f"{self.family}/{self.name}"

    def placed(self, places: Mapping[str, str]) -> bytes:
        """Its content with the names of places filled in."""
        content = self.content
        for name, place in places.items():
            content = content.replace(f"@{name}@".encode(), place.encode())
        return content


def _expected(first_line: str) -> tuple[frozenset[Status], tuple[str, ...]]:
    statuses, _, words = first_line.removeprefix("#").partition(":")
    says = tuple(word.strip() for word in words.split(";") if word.strip())
    return frozenset(Status(status.strip()) for status in statuses.split(",")), says


def _read(path: Path) -> Case:
    content = path.read_bytes()
    return Case(path.parent.name, path.stem, content, *_expected(content.decode().partition("\n")[0]))


def all_cases() -> Iterator[Case]:
    """Every case, file or generated."""
    yield from map(_read, sorted(FOLDER.glob("*/*.py")))
    for name, (expected, content) in GENERATED.items():
        yield Case("text", name, content, *_expected(expected))
