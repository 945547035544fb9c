"""The files of one question that the checker works from, and the request that loads an exercise."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tutor.checking.author import Counted
from tutor.records import record


@record
class Material:
    """Where one question's promises, solution, instruments and earlier questions lie."""

    lab: Path
    """The lab's folder."""
    solutions: Path
    slug: str
    slugs: tuple[str, ...]
    """All questions of the lab in order."""

    @functools.cached_property
    def solution(self) -> str:
        """The reference's source."""
        return (self.solutions / f"{self.slug}.py").read_text(encoding="utf-8")

    @functools.cached_property
    def earlier(self) -> dict[str, str]:
        """The reference sources of the questions before this one."""
        before = self.slugs[: self.slugs.index(self.slug)]
        return {slug: (self.solutions / f"{slug}.py").read_text(encoding="utf-8") for slug in before}

    @functools.cached_property
    def public(self) -> str:
        """The source of the public instruments; empty if there are none."""
        path = self.lab / "public" / f"{self.slug}.py"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def request(
        self,
        source: str,
        seed: int,
        *,
        filename: str = "",
        modules: Mapping[str, str] | None = None,
        counted: Counted | None = None,
    ) -> dict[str, Any]:
        """What a host needs to load `source` as this exercise."""
        return {
            "op": "load",
            "name": self.slug,
            "filename": filename or f"{self.slug}.py",
            "source": source,
            "modules": dict(self.earlier if modules is None else modules),
            "public": self.public,
            "replace": [],
            "progress": None
            if counted is None
            else [counted.module, counted.function, counted.label, counted.loss, counted.total],
            # Not the seed of the run itself: the exercise could find out what it will be asked.
            "seed": int.from_bytes(hashlib.sha256(f"load {seed}".encode()).digest()[:4], "big"),
        }
