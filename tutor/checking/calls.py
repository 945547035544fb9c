"""A call of an exercise, encoded once for whichever subject it is put to."""

from __future__ import annotations

from typing import Any

from tutor.checking import wire

Request = tuple[dict[str, Any], wire.Buffers]
"""Header and buffers, as `Subject.ask` takes them."""


def call_request(target: list[Any], args: Any, kwargs: Any, seed: int, steps: bool = False) -> Request:
    """The frame of a call, its steps counted if `steps`; arguments must be plain data or handles."""
    buffers: wire.Buffers = []
    header = {"op": "call", "target": target, "seed": int(seed), "steps": steps}
    header["args"] = wire.encode(list(args), buffers, _refuse)
    header["kwargs"] = wire.encode(dict(kwargs), buffers, _refuse)
    return header, buffers


def _refuse(value: Any) -> wire.Handle:
    raise TypeError(
        f"a check passes {type(value).__name__} to the exercise; only data and handles can travel"
    )
