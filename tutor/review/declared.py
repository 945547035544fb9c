"""What the files of a lab declare, read as text: the process the learner sees never runs them."""

from __future__ import annotations

import re
from pathlib import Path

_FAMILY = re.compile(r"^@family(?:\((.*?)\))?\ndef (\w+)", re.MULTILINE | re.DOTALL)
_MISCONCEPTION = re.compile(r"^@misconception\(.*?\)\n(?:def|class) (\w+)", re.MULTILINE | re.DOTALL)


class Declared:
    """The names of families and misconceptions of a lab's questions; each file is read once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._families: dict[str, dict[str, tuple[str, ...]]] = {}
        self._misconceptions: dict[str, frozenset[str]] = {}

    def families(self, slug: str) -> dict[str, tuple[str, ...]]:
        """The families of a question in the order of their file, each with the predictions it stands for."""
        if slug not in self._families:
            found = _FAMILY.findall(_text(self.folder / "review" / f"{slug}.py"))
            self._families[slug] = {name: (name, *re.findall(r"\w+", others)) for others, name in found}
        return self._families[slug]

    def stands_for(self, slug: str, prediction: str) -> str:
        """The family that asks the same as a prediction with other values; without one the prediction."""
        families = self.families(slug)
        if prediction in families:
            return prediction
        return next((name for name, covered in families.items() if prediction in covered), prediction)

    def misconceptions(self, slug: str) -> frozenset[str]:
        """The slugs of the wrong answers that a question knows by name."""
        if slug not in self._misconceptions:
            names = _MISCONCEPTION.findall(_text(self.folder / f"{slug}.py"))
            self._misconceptions[slug] = frozenset(map(_slug, names))
        return self._misconceptions[slug]


def _slug(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().replace("_", "-")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
