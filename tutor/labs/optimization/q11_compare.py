"""Promises of q11: the learner's curves for several learning rates."""

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
)

RATES = (0.001, 0.01, 0.1, 1.0)
LOWEST_DRAWN = 1e-6

TESTED = (
    "that the file runs with your own functions and returns a history for each rate; nothing else: "
    "put rates of your own into RATES. The answers to the predictions are computed by your own code."
)


def curves(t: Trial, *arguments: Any) -> dict[float, Any]:
    """The learner's histories as arrays, rate by rate."""
    got = t.call("compare", *arguments, within=60.0)
    if not isinstance(got, dict) or not got:
        raise Failure(
            f"`compare` returned {describe(got)}, where a dictionary, rate -> history, is needed.",
            "Restore the file with `x` (reset), and see that RATES holds at least one rate.",
        )
    return {rate: one(rate, history) for rate, history in got.items()}


def one(rate: Any, history: Any) -> Any:
    """One history as an array of numbers."""
    h = np.asarray(history) if isinstance(history, list | tuple | np.ndarray) else np.zeros(0)
    if h.ndim != 1 or not len(h) or h.dtype.kind not in "fiu":
        raise Failure(
            f"For the rate {rate} there is {describe(history)}, where a history of losses is needed.",
            "Check your answer to the question before this one.",
        )
    return h.astype(float)


def rises(h: Any) -> bool:
    """Whether the loss still goes up and down in the second half of a run."""
    late = h[len(h) // 2 :]
    return bool(np.mean(np.diff(late) > 1e-3 * np.abs(late[:-1])) > 0.05) if len(late) > 1 else False


def verdict(h: Any) -> str:
    """What kind of run it was, in the words of the statement."""
    if not np.isfinite(h[-1]) or h[-1] > h[0]:
        return "diverged"
    if rises(h):
        return "oscillating"
    return "converged" if h[-1] < 0.1 else "still falling"


@check
def runs(t: Trial) -> None:
    """It trains with your own functions, once for each rate, and returns the histories."""
    curves(t)


@misconception("compare", look="what the last line of the function returns")
def histories_without_rates(rates=RATES, n_iterations=1000):
    """The function returns the histories without their rates."""
    return [[0.69, 0.5]] * len(rates)


@prediction
def best(t: Trial) -> str:
    found = curves(t, RATES, 1000)
    return "abcd"[int(np.argmin([found[rate][-1] for rate in RATES]))]


@prediction
def above_the_bound(t: Trial) -> str:
    h = curves(t, (1.0,), 1000)[1.0]
    return {"diverged": "explodes", "oscillating": "oscillates"}.get(verdict(h), "falls")


@prediction
def a_thousand(t: Trial) -> str:
    h = curves(t, (1000.0,), 1000)[1000.0]
    if verdict(h) in ("diverged", "oscillating"):
        return "explodes" if verdict(h) == "diverged" else "oscillates"
    return "climbs_first" if np.max(h) > 1.5 * h[0] else "falls"


@figure
def all_on_one_picture(t: Trial) -> Iterator[Figure]:
    found = curves(t)
    series = [
        Series(f"rate {rate:g}", tuple(map(float, np.maximum(h, LOWEST_DRAWN)))) for rate, h in found.items()
    ]
    yield Curves(
        "Your loss for each learning rate",
        tuple(series),
        "iteration",
        f"loss (cut at {LOWEST_DRAWN:g})",
        log_y=True,
    )
    header = ("rate", "final loss", "highest", "below 0.1 after", "run")
    yield Table("What kind of run each one was", header, tuple(row(rate, h) for rate, h in found.items()))


def row(rate: Any, h: Any) -> tuple[str, ...]:
    """One line of the table."""
    below = np.flatnonzero(h < 0.1)
    after = "never" if not len(below) else "1 step" if below[0] == 1 else f"{below[0]} steps"
    return f"{rate:g}", f"{h[-1]:.3g}", f"{np.max(h):.3g}", after, verdict(h)
