"""Whether two subjects answered alike: what a misconception is recognised by."""

from __future__ import annotations

from typing import Any

import numpy as np

from tutor.checking.compare import is_tensor

Trace = list[tuple[str, Any]]
"""Every value that a subject returned, in order, with what it is the value of."""


class Diverged(BaseException):
    """A subject has answered otherwise than the one it is compared with; no check may catch this."""


def follow(mine: Trace, theirs: Trace) -> None:
    """Raise Diverged unless the last of my values is theirs at the same place, or theirs has ended before."""
    place = len(mine) - 1
    if place < len(theirs) and not same_entry(mine[place], theirs[place]):
        raise Diverged


def same_trace(mine: Trace, theirs: Trace) -> bool:
    """Whether two subjects answered alike, value for value, up to the first one's end."""
    return 0 < len(mine) <= len(theirs) and all(map(same_entry, mine, theirs))


def same_entry(mine: tuple[str, Any], theirs: tuple[str, Any]) -> bool:
    """Whether two values are of the same thing, and alike."""
    return mine[0] == theirs[0] and alike(mine[1], theirs[1])


def alike(a: Any, b: Any) -> bool:
    """Whether two answers are the same data, to rounding."""
    if isinstance(a, dict) and isinstance(b, dict):
        return list(a) == list(b) and all(alike(a[key], b[key]) for key in a)
    if isinstance(a, list | tuple) and isinstance(b, list | tuple):
        return len(a) == len(b) and all(map(alike, a, b))
    if is_tensor(a) or is_tensor(b):
        return is_tensor(a) and is_tensor(b) and alike(a.detach().numpy(), b.detach().numpy())
    if isinstance(a, int | float | np.ndarray | np.generic) and isinstance(
        b, int | float | np.ndarray | np.generic
    ):
        if np.shape(a) != np.shape(b) or np.asarray(a).dtype.kind not in "biufc":
            return False
        if np.shape(a) == () and isinstance(a, bool | np.bool_) != isinstance(b, bool | np.bool_):
            return False  # a verdict is no number, even where 1 stands for True
        return bool(np.allclose(a, b, rtol=1e-6, atol=1e-9, equal_nan=True))
    if hasattr(a, "type_name") and hasattr(b, "type_name"):
        return bool(a.type_name == b.type_name)
    return type(a) is type(b) and bool(a == b)
