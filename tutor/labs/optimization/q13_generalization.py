"""Promises of q13: accuracy on both sets, and the picture of the weights."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from tutor.checking.author import (
    Failure,
    Figure,
    Picture,
    Table,
    Trial,
    check,
    describe,
    figure,
    misconception,
    prediction,
)

TESTED = (
    "that the file runs with your own functions and returns two accuracies and 64 weights; nothing else: "
    "change its numbers as you like. The answers to the predictions are computed by your own code."
)


def trained(t: Trial, *arguments: Any) -> tuple[float, float, Any]:
    """Training accuracy, test accuracy and weights (8, 8) of the learner's model."""
    got = t.call("generalization", *arguments, within=30.0)
    if isinstance(got, tuple | list) and len(got) == 3 and np.size(got[2]) == 64:
        accuracies = [a for a in got[:2] if isinstance(a, int | float | np.number) and 0 <= a <= 1]
        if len(accuracies) == 2:
            return float(accuracies[0]), float(accuracies[1]), np.asarray(got[2], float).reshape(8, 8)
    raise Failure(
        f"`generalization` returned {describe(got)}; two accuracies between 0 and 1 and 64 weights are needed.",
        "Restore the file with `x` (reset), or let it return these three again.",
    )


@check
def runs(t: Trial) -> None:
    """It trains with your own functions and returns both accuracies and the weights."""
    trained(t)


@misconception("generalization", look="what the last line of the function returns")
def accuracies_only(learning_rate=0.01, n_iterations=1000, n_train=None):
    """The function returns the accuracies without the weights."""
    return 1.0, 1.0


@prediction
def which_is_higher(t: Trial) -> str:
    train, test, _ = trained(t, 0.01, 1000)
    return "same" if abs(train - test) <= 0.02 else "train" if train > test else "test"


@prediction
def test_accuracy(t: Trial) -> float:
    return trained(t, 0.01, 1000)[1]


@prediction
def one_step(t: Trial) -> str:
    train = trained(t, 0.01, 1)[0]
    return "high" if train > 0.95 else "middling" if train > 0.62 else "chance"


@prediction
def weights(t: Trial) -> str:
    w = trained(t, 0.01, 1000)[2][2:6]
    centre, ring = w[:, 3:5].mean(), w[:, (1, 2, 5, 6)].mean()
    return "everywhere" if centre * ring > 0 else "centre" if centre > 0 else "ring"


@figure
def weights_as_a_picture(t: Trial) -> Iterator[Figure]:
    train, test, w = trained(t)
    yield Table(
        "How often your model is right",
        ("set", "accuracy", "wrong"),
        (("training", f"{train:.4f}", f"{1 - train:.1%}"), ("test", f"{test:.4f}", f"{1 - test:.1%}")),
    )
    image = tuple(tuple(float(v) for v in row) for row in w)
    yield Picture(
        "Your 64 weights: + where ink speaks for a 1, - for a 0", (image,), ("weights",), signed=True
    )
