"""Promises of q09: the learner's own loss curve."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from tutor.checking.author import (
    Curves,
    Failure,
    Figure,
    Series,
    Table,
    Trial,
    check,
    describe,
    figure,
    misconception,
    prediction,
    progress,
)

TESTED = (
    "that the file runs with your split, normalization and descent and returns a list of losses; nothing else: "
    "change its numbers as you like. The answers to the predictions are computed by your own code."
)

steps = progress("q06_gradient", "compute_gradient", label="iteration", loss=("q05_loss", "compute_loss"))


def losses(t: Trial, *arguments: float) -> Any:
    """The learner's losses, as an array of numbers."""
    got = t.call("loss_curve", *arguments, within=30.0)
    h = np.asarray(got) if isinstance(got, list | tuple | np.ndarray) else np.zeros(0)
    if h.ndim != 1 or not len(h) or h.dtype.kind not in "fiu":
        raise Failure(
            f"`loss_curve` returned {describe(got)}, where a list of losses is needed to draw a curve.",
            "Restore the file with `x` (reset), or let it return the history again.",
        )
    return h.astype(float)


@check
def runs(t: Trial) -> None:
    """It trains with your own functions and returns the losses."""
    losses(t)


@misconception("loss_curve", look="what the last line of the function returns")
def last_loss_only(learning_rate=0.01, n_iterations=1000):
    """The function returns one loss; a curve needs them all."""
    return 0.0159


@prediction
def start(t: Trial) -> float:
    return float(losses(t, 0.01, 1000)[0])


@prediction
def shape(t: Trial) -> str:
    h = losses(t, 0.01, 1000)
    if np.mean(np.diff(h) > 0) > 0.05:
        return "bumpy"
    early = (h[0] - h[len(h) // 5]) / (h[0] - h[-1])
    return "falling" if early > 0.4 else "line" if early > 0.12 else "late"


@prediction
def end(t: Trial) -> str:
    options = {"half": 0.5, "tenth": 0.1, "hundredth": 0.015, "nothing": 0.0001}
    last = max(float(losses(t, 0.01, 1000)[-1]), 1e-12)
    return min(options, key=lambda key: abs(np.log(options[key] / last)))


@figure
def curve(t: Trial) -> Iterator[Figure]:
    h = losses(t)
    yield Curves(
        "Your loss on the training set", (Series("your loss", tuple(map(float, h))),), "iteration", "loss"
    )
    rows = [(f"{k}", f"{h[k]:.4f}") for k in sorted({0, 1, 10, 100, len(h) - 1}) if k < len(h)]
    yield Table("The same in numbers", ("iteration", "loss"), tuple(rows))
