"""Oracles: functions of a check that an exercise calls as if they were beside it.

An earlier question's function may be replaced by one that a check decides about. Its code, and which mistake
it makes now, stay on the trusted side; the exercise's process sends the arguments and is given the result.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping
from typing import Any

from tutor.checking import wire

Oracles = dict[str, Callable[..., Any]]
LONGEST = 300
"""Characters of an error's message that go back."""


def with_oracles(
    request: dict[str, Any], replace: Mapping[tuple[str, str], Callable[..., Any]]
) -> tuple[dict[str, Any], Oracles]:
    """A load request in which oracles stand for functions of earlier questions, and those oracles by name."""
    names = {f"{module}.{name}": function for (module, name), function in replace.items()}
    places = [[module, name, f"{module}.{name}"] for module, name in replace]
    return {**request, "replace": places}, names


def consulted(
    oracles: Oracles, header: dict[str, Any], buffers: wire.Buffers
) -> tuple[dict[str, Any], wire.Buffers]:
    """The answer to a question; WireError when it is malformed or there is no such oracle.

    What the oracle raises for odd arguments is raised in the exercise, as if the function were there.
    """
    oracle = oracles.get(str(header.get("oracle")))
    args, kwargs = (wire.decode(header.get(key), buffers) for key in ("args", "kwargs"))
    if oracle is None or not isinstance(args, list) or not isinstance(kwargs, dict):
        raise wire.WireError("a question to no oracle")
    out: wire.Buffers = []
    try:
        return {"value": wire.encode(oracle(*args, **kwargs), out, _no_object)}, out
    except Exception as error:
        name = type(error).__name__
        known = name if isinstance(getattr(builtins, name, None), type) else "ValueError"
        return {"raised": [known, str(error)[:LONGEST]]}, []


def _no_object(value: Any) -> wire.Handle:
    raise TypeError(f"an oracle answers with data, not with {type(value).__name__}")
