"""A subject in this process: the reference, or a misconception in its place. Never a learner's file."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Mapping
from typing import Any

from tutor.checking import wire
from tutor.checking.host import Host
from tutor.checking.material import Material
from tutor.checking.oracles import with_oracles
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
        replace: Mapping[tuple[str, str], Callable[..., Any]] | None = None,
        host: type[Host] = Host,
    ) -> None:
        self.material = material
        self.source = source
        self.seed = seed
        self.replacement = replacement
        request, self.oracles = with_oracles(material.request(source, seed), replace or {})
        self.host = host(ask=lambda name, args, kwargs: self.oracles[name](*args, **kwargs))
        self.loaded = self.ask(request, [], 60.0)
        if replacement:
            setattr(self.host.module, *replacement)

    def ask(self, request: dict[str, Any], buffers: wire.Buffers, limit: float) -> Outcome:
        """Put one request; the limit is not kept here: this is the lab's own code."""
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            header, out = self.host.answer(request, buffers)
        return outcome(*wire.unpack(wire.pack(header, out)), printed.getvalue())

    def variant(self, replace: Mapping[tuple[str, str], Callable[..., Any]]) -> Inline:
        """The same source loaded afresh, with functions of earlier questions replaced."""
        return Inline(self.material, self.source, self.seed, replacement=self.replacement, replace=replace)
