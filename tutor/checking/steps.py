"""Counts the steps that Python takes, which, unlike seconds, are the same on a busy machine."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def counted(wanted: bool) -> Iterator[Callable[[], int]]:
    """Count the lines and calls of Python code within the block, if `wanted`; gives the count so far."""
    steps = 0

    def step(frame: Any, event: str, argument: Any) -> Any:
        nonlocal steps
        steps += event in ("line", "call")
        return step

    before = sys.gettrace()
    if wanted:
        sys.settrace(step)
    try:
        yield lambda: steps
    finally:
        if wanted:
            sys.settrace(before)
