"""A subject in this process: the reference, or a misconception in its place. Never a learner's file."""

from __future__ import annotations

import contextlib
import io
from typing import Any

from tutor.checking import wire
from tutor.checking.host import Host
from tutor.checking.material import Material
from tutor.checking.subject import Outcome, outcome


class Inline:
    """Answers like a runner does, through the same host and the same wire format."""

    def __init__(
        self,
        material: Material,
        source: str,
        seed: int,
        *,
        replacement: tuple[str, Any] | None = None,
        replace: tuple[tuple[str, str, str], ...] = (),
        host: Host | None = None,
    ) -> None:
        self.material = material
        self.source = source
        self.seed = seed
        self.replacement = replacement
        self.host = host or Host()
        self.loaded = self.ask(material.request(source, seed, replace=replace), [], 60.0)
        if replacement:
            setattr(self.host.module, *replacement)

    def ask(self, request: dict[str, Any], buffers: wire.Buffers, limit: float) -> Outcome:
        """Put one request; the limit is not kept here: this is the lab's own code."""
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            header, out = self.host.answer(request, buffers)
        return outcome(*wire.unpack(wire.pack(header, out)), printed.getvalue())

    def variant(self, replace: tuple[tuple[str, str, str], ...]) -> Inline:
        """The same source loaded afresh, with functions of earlier questions replaced."""
        return Inline(self.material, self.source, self.seed, replacement=self.replacement, replace=replace)
