"""What a check examines: some implementation of an exercise, near or far, that answers with raw values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any, Protocol

from tutor.checking import wire
from tutor.cleaning import clean
from tutor.records import record


@record
class Raised:
    """How a call ended without a result."""

    phase: str
    """load, compile, name, call, encode; from the checker: time, died, tampered, lost, output, disk."""
    type: str = ""
    message: str = ""
    line: int | None = None
    function: str = ""
    inside: str = ""
    """The earlier question's file the error passed through, if any."""
    names: tuple[str, ...] = ()
    """What the exercise does define, when the name asked for is missing."""
    not_callable: str = ""
    seconds: float = 0.0


@record
class Outcome:
    """One answer of a subject: a value, or how it failed."""

    value: Any = None
    raised: Raised | None = None
    stdout: str = ""
    warnings: list[str] = field(default_factory=list)
    seconds: float = 0.0
    steps: int = 0
    """Lines and calls of Python code that it took, where they were asked to be counted."""
    arguments: Any = None
    """[positional, by name] as they are after the call."""


class Subject(Protocol):
    """A loaded exercise: the learner's own in a runner, or the reference or a misconception in-process."""

    oracles: dict[str, Callable[..., Any]]
    """Functions of a check that the exercise's process may put questions to, by name."""
    loaded: Outcome
    """How loading the file went; `value` is the list of callable names it defines."""

    def ask(self, request: dict[str, Any], buffers: wire.Buffers, limit: float) -> Outcome:
        """Put one request; never raises for what the exercise does."""
        ...

    def variant(self, replace: Mapping[tuple[str, str], Callable[..., Any]]) -> Subject:
        """The same exercise loaded afresh, with functions of earlier questions replaced by a check's own."""
        ...


def outcome(header: dict[str, Any], buffers: wire.Buffers, stdout: str) -> Outcome:
    """Read an answer's frame; WireError if it is malformed."""
    try:
        seconds, steps = float(header.get("seconds", 0.0)), int(header.get("steps", 0))
        warnings = [clean(str(text)) for text in header.get("warnings", [])]
        if header["ok"] is not True:
            return Outcome(raised=_raised(header), stdout=stdout, warnings=warnings, seconds=seconds)
        if "names" in header:
            names = [clean(str(name)[:100]) for name in header["names"]]
            return Outcome(names, None, stdout, warnings, seconds)
        value = wire.decode(header["value"], buffers)
        arguments = wire.decode(header["arguments"], buffers) if "arguments" in header else None
        return Outcome(value, None, stdout, warnings, seconds, steps, arguments)
    except wire.WireError:
        raise
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError) as error:
        raise wire.WireError("an answer of the wrong form") from error


def _raised(header: dict[str, Any]) -> Raised:
    line = header.get("line")
    return Raised(
        phase=str(header["phase"]),
        type=_text(header, "type", 100),
        message=_text(header, "message", 500),
        line=line if type(line) is int and 0 < line < 10**7 else None,
        function=_text(header, "function", 100),
        inside=_text(header, "inside", 100),
        names=tuple(clean(str(name)[:100]) for name in header.get("names", ())[:200]),
        not_callable=_text(header, "not_callable", 100),
    )


def _text(header: dict[str, Any], field: str, longest: int) -> str:
    return clean(str(header.get(field, ""))[:longest])
