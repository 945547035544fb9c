"""How far a long run has come, told beside the answers: for the eye, never for a verdict."""

from __future__ import annotations

import inspect
import json
import os
import time
from collections.abc import Callable
from typing import Any

EVERY = 0.05
"""Seconds between two reports."""
_clock = time.perf_counter
_dumps = json.dumps
_write = os.write


class Meter:
    """Counts steps and sends them, with the losses seen since, as lines of JSON."""

    def __init__(self, fd: int | None) -> None:
        self.fd = fd
        self.label = "step"
        self.total = 0
        self.steps = 0
        self.points: list[tuple[float, float]] = []
        self.sent = _clock()

    def report(
        self, step: int, total: int, x: float | None = None, loss: float | None = None, label: str = "step"
    ) -> None:
        """Say that `step` of `total` is done; cheap, and sent at most 20 times a second."""
        self.label, self.steps, self.total = label, step, total
        if x is not None and loss is not None:
            self.points.append((float(x), float(loss)))
        now = _clock()
        if now - self.sent >= EVERY or step == total:
            self.sent = now
            self.flush()

    def flush(self) -> None:
        """Send what there is; a reader that is slow or gone loses points, not the run."""
        if self.fd is None:
            return
        line = _dumps(
            {"label": self.label, "step": self.steps, "total": self.total, "points": self.points[-500:]}
        )
        self.points.clear()
        try:
            _write(self.fd, line.encode() + b"\n")
        except OSError:
            self.fd = None

    def count(self, function: Callable[..., Any], loss: Callable[..., Any] | None) -> Callable[..., Any]:
        """`function` with every call counted as a step; the loss is looked at only now and then."""

        def counted(*args: Any, **kwargs: Any) -> Any:
            self.steps += 1
            due = _clock() - self.sent >= EVERY / 10 or self.steps == 1
            value = float(loss(*args, **kwargs)) if due and loss is not None else None
            self.report(self.steps, self.total, self.steps - 1, value, self.label)
            return function(*args, **kwargs)

        return counted

    def expect(self, function: Callable[..., Any], args: Any, kwargs: Any, parameter: str) -> None:
        """Learn the number of steps from the argument `parameter` of the call to come."""
        self.steps, self.total = 0, 0
        try:
            bound = inspect.signature(function).bind(*args, **kwargs)
            bound.apply_defaults()
            self.total = int(bound.arguments[parameter])
        except (TypeError, ValueError, KeyError):
            return
