"""Promises of q12: decisions and accuracy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from tutor.checking.author import (
    Curves,
    Failure,
    Figure,
    Series,
    Trial,
    check,
    digits,
    figure,
    misconception,
    prediction,
    solution,
)

reference = solution(__file__)
predict_proba = solution(__file__, "q04_predict_proba").predict_proba
compute_loss = solution(__file__, "q05_loss").compute_loss

TESTED = (
    "Random data with n and d between 3 and 40, all different; thresholds from 0.2 to 0.8, and the default; logits up "
    "to several thousands; labels as integers and as floats; all right, all wrong and mixed. "
    "Not tested: probabilities exactly at the threshold, which may go either way."
)


def sample(rng: np.random.Generator, n: int, d: int) -> tuple[Any, Any, Any]:
    """Random data with probabilities all over (0, 1), and labels that agree with about two thirds of them."""
    X, w = rng.normal(size=(n, d)) + 0.3, rng.normal(size=d)
    w *= 1.5 / np.std(X @ w)
    right = (predict_proba(X, w) > 0.5).astype(int)
    return X, np.where(rng.permutation(n) < n // 3, 1 - right, right), w


def decisions_agree(t: Trial, cases: list[tuple[Any, Any, float | None]]) -> None:
    """Ask for the decisions of all cases, then compare them one by one."""
    answers = [t.call("predict", X, w, *([] if value is None else [value])) for X, w, value in cases]
    for (X, w, value), got in zip(cases, answers, strict=True):
        compare_decisions(t, X, w, 0.5 if value is None else value, got)


def compare_decisions(t: Trial, X: Any, w: Any, value: float, got: Any) -> None:
    """Speak of a wrong decision and its probability; leave other differences to the comparison."""
    want = t.expected("predict", X, w, value)
    if isinstance(got, np.ndarray) and got.shape == want.shape and set(np.unique(got)) <= {0, 1}:
        p = predict_proba(X, w)
        wrong = np.flatnonzero((got != want) & (np.abs(p - value) > 1e-9))
        if len(wrong):
            one = wrong[np.argmin(np.abs(p[wrong] - value))]
            raise Failure(
                f"{len(wrong)} of {len(want)} decisions are wrong: with threshold {value} you decide "
                f"{int(got[one])} where the probability is {p[one]:.3g}.",
                "What is compared with what, and in which direction?",
            )
        t.same(got, got.astype(int), what="the decisions")  # for its remarks
        return
    t.same(got, want, what="the decisions", inputs={"X": X, "w": w})


def undecided(t: Trial, X: Any, w: Any) -> None:
    """At exactly the threshold both answers are fine, but an answer it must be."""
    got = np.asarray(t.call("predict", X, np.zeros_like(w)), float)
    t.require(
        got.shape == (len(X),) and set(np.unique(got)) <= {0, 1},
        f"For probabilities of exactly 0.5 your decisions are {np.ravel(got)[0]:.4g}: neither 0 nor 1.",
        "0 or 1 are both fine there, anything else is not.",
    )


@check
def decisions(t: Trial) -> None:
    """`predict` gives 1 where the probability exceeds 0.5, else 0: one decision for each sample."""
    samples = [sample(t.rng, n, d) for n, d in ((23, 5), (4, 9), (35, 3))]
    try:
        decisions_agree(t, [(X, w, None) for X, _, w in samples])
    except Failure:
        X, _, w = samples[2]
        half = t.call("predict", X, w, 0.5)
        if np.array_equal(half, t.expected("predict", X, w)):
            raise Failure(
                "Without `threshold` your decisions are not those of threshold 0.5, with 0.5 they are.",
                "Compare the defaults in your `def` line with the docstring of the exercise.",
                "other-default-threshold",
            ) from None
        raise
    undecided(t, samples[0][0], samples[0][2])


@check
def threshold(t: Trial) -> None:
    """With another `threshold` the probabilities are compared with that one."""
    cases = []
    for value in (0.2, 0.37, 0.8):
        X, _, w = sample(t.rng, 31, 4)
        cases.append((X, w, value))
    decisions_agree(t, cases)
    compare_decisions(t, X, w, 0.65, t.call("predict", X, w, threshold=0.65))


@check
def share(t: Trial) -> None:
    """`compute_accuracy` gives the share of right decisions, between 0 and 1."""
    cases = [sample(t.rng, n, d) for n, d in ((29, 6), (7, 3), (38, 11))]
    X, y, w = cases[0]
    right = t.expected("predict", X, w)
    cases += [(X, labels, w) for labels in (y.astype(float), right, 1 - right)]
    answers = [t.call("compute_accuracy", *case) for case in cases]
    wanted = [t.expected("compute_accuracy", *case) for case in cases]
    for places in (1, 2, 3, 4):
        if all(map(_plain, answers)) and answers == [round(want, places) for want in wanted] != wanted:
            raise Failure(
                f"The accuracy is rounded: {answers[0]}.",
                "Leave rounding to the moment of printing.",
                "rounded",
                seen="",
            )
    for case, got, want in zip(cases, answers, wanted, strict=True):
        t.same(got, want, what="the accuracy", inputs=dict(zip("Xyw", case, strict=True)))
    even = t.call("compute_accuracy", X, y, np.zeros_like(w))
    t.same(even, 0.5, rtol=0, atol=1e300, what="the accuracy")
    t.require(
        any(np.isclose(even, part) for part in (np.mean(y), 1 - np.mean(y))),
        f"With all probabilities at exactly 0.5 the accuracy is {float(even):.4g}, which is the share of neither class.",
        "Is each sample decided one way, and compared with its label once?",
    )


def _plain(value: Any) -> bool:
    return isinstance(value, int | float | np.number)


@check
def saturated(t: Trial) -> None:
    """Very large logits are decided and counted, too."""
    X, y, w = sample(t.rng, 17, 3)
    for scale in (60.0, 2000.0):
        decisions_agree(t, [(X, scale * w, None)])
        t.agree("compute_accuracy", X, y, scale * w, what="the accuracy")
    if any("overflow" in text for text in t.last.warnings):
        t.remark(
            "overflow",
            "The decisions are right, but exp overflowed on the way: see your sigmoid for large |z|.",
        )


@misconception("compute_accuracy", look="the range the docstring promises")
def percent(X, y, w):
    """You return a percentage; a share between 0 and 1 is asked for."""
    return 100.0 * np.mean(reference.predict(X, w) == y)


@misconception("compute_accuracy", look="what has to be divided by what")
def counts_instead_of_share(X, y, w):
    """You return the number of right decisions; their share is asked for."""
    return int(np.sum(reference.predict(X, w) == y))


@misconception("compute_accuracy", look="what you count: the right ones or the wrong ones?")
def error_rate(X, y, w):
    """You return the share of wrong decisions."""
    return float(np.mean(reference.predict(X, w) != y))


@misconception("compute_accuracy", look="what comes between a probability and a comparison with the labels")
def accuracy_of_probabilities(X, y, w):
    """You compare the probabilities with the labels; they have to become decisions first."""
    return float(np.mean(predict_proba(X, w) == y))


@misconception("compute_accuracy", look="the difference between accuracy and loss")
def returns_the_loss(X, y, w):
    """You return the loss instead of the accuracy."""
    return compute_loss(X, y, w)


@misconception("compute_accuracy", look="what is left to do with one True or False for each sample")
def one_value_for_each_sample(X, y, w):
    """You return whether each sample is right; their share is asked for."""
    return reference.predict(X, w) == y


@misconception("compute_accuracy", look="whether a single mistake should bring the accuracy to 0")
def all_or_nothing(X, y, w):
    """You ask whether all decisions are right; the share of right ones is asked for."""
    return bool(np.all(reference.predict(X, w) == y))


@misconception("compute_accuracy", look="which samples are counted: those of class 0 can be right, too")
def right_ones_only(X, y, w):
    """Only the samples that are rightly decided as 1 are counted; right zeros count, too."""
    return float(np.mean((reference.predict(X, w) == 1) & (y == 1)))


@misconception("compute_accuracy", look="what you divide by: all samples, or those of one kind?")
def precision_instead_of_accuracy(X, y, w):
    """You return the precision: the share of right ones among the samples decided as 1."""
    decided = reference.predict(X, w) == 1
    return float(np.sum(decided & (y == 1)) / max(1, np.sum(decided)))


@misconception("compute_accuracy", look="what you divide by: all samples, or those of one kind?")
def recall_instead_of_accuracy(X, y, w):
    """You return the recall: the share of the samples of class 1 that are decided as 1."""
    return float(np.sum((reference.predict(X, w) == 1) & (y == 1)) / max(1, np.sum(y == 1)))


@misconception("compute_accuracy", look="what is compared with 0.5: is the sigmoid in it?")
def accuracy_of_thresholded_logits(X, y, w):
    """You decide on the logits at 0.5; the threshold is meant for probabilities."""
    return float(np.mean((X @ w >= 0.5) == (y == 1)))


@misconception("compute_accuracy", look="the number you divide by: does it come from the data you are given?")
def hard_coded_number_of_samples(X, y, w):
    """You divide by 72, a hard-coded number of samples, whatever the data."""
    return float(np.sum(reference.predict(X, w) == y) / 72)


@misconception("compute_accuracy", look="the division: `//` drops everything behind the point")
def whole_number_division(X, y, w):
    """You divide with `//`, which leaves 0 or 1."""
    return int(np.sum(reference.predict(X, w) == y) // len(y))


@misconception("compute_accuracy", look="what you divide by: samples or features?")
def divided_by_features(X, y, w):
    """You divide by the number of features instead of the number of samples."""
    return float(np.sum(reference.predict(X, w) == y) / X.shape[1])


@misconception("compute_accuracy", look="how far off a probability is, against whether a decision is right")
def mean_distance_of_probabilities(X, y, w):
    """You average how close the probabilities are to the labels; an accuracy counts decisions."""
    return float(1 - np.mean(np.abs(predict_proba(X, w) - y)))


@misconception("compute_accuracy", look="the labels: are they used?")
def share_of_ones(X, y, w):
    """You average the decisions; they have to be compared with the labels."""
    return float(np.mean(reference.predict(X, w)))


@misconception("compute_accuracy", look="the last thing done with the number")
def rounded(X, y, w):
    """You round the accuracy; leave that to the moment of printing."""
    return round(float(np.mean(reference.predict(X, w) == y)), 2)


@misconception("predict", look="the step from a probability to a decision")
def probabilities_instead_of_decisions(X, w, threshold=0.5):
    """You return the probabilities; they still have to become 0 or 1."""
    return predict_proba(X, w)


@misconception("predict", look="where `threshold` is used in your code")
def threshold_ignored(X, w, threshold=0.5):
    """The threshold is ignored: you always decide at 0.5."""
    return (predict_proba(X, w) >= 0.5).astype(int)


@misconception("predict", look="what is compared with the threshold: is the sigmoid in it?")
def logits_thresholded(X, w, threshold=0.5):
    """You compare the logits with the threshold; it is meant for probabilities."""
    return (X @ w >= threshold).astype(int)


@misconception("predict", look="the direction of the comparison")
def decisions_inverted(X, w, threshold=0.5):
    """Your decisions are inverted: 1 where the probability is small."""
    return (predict_proba(X, w) < threshold).astype(int)


@misconception("predict", look="the two values you decide between")
def labels_as_plus_and_minus_one(X, w, threshold=0.5):
    """You decide between -1 and 1; the labels here are 0 and 1."""
    return np.where(predict_proba(X, w) >= threshold, 1, -1)


@misconception("predict", look="what `np.where` gives when it has one argument only")
def positions_instead_of_decisions(X, w, threshold=0.5):
    """You return the positions of the samples decided as 1, not a decision for each sample."""
    return np.flatnonzero(predict_proba(X, w) >= threshold)


@misconception("predict", look="what becomes of the probabilities below the threshold, and of those above")
def probabilities_kept_above(X, w, threshold=0.5):
    """You set the probabilities below the threshold to 0 and keep the others; they should become 1."""
    p = predict_proba(X, w)
    return np.where(p >= threshold, p, 0.0)


@misconception("predict", look="where the `return` stands: inside the loop or after it?")
def one_decision_only(X, w, threshold=0.5):
    """You decide for the first sample only."""
    return int(predict_proba(X[:1], w)[0] >= threshold)


@misconception("predict", look="the shape of your result: a column is not a vector")
def column_of_decisions(X, w, threshold=0.5):
    """You return a column (n, 1); a vector (n,) is asked for."""
    return (predict_proba(X, w) >= threshold).astype(int).reshape(-1, 1)


@misconception("predict", look="what a sigmoid becomes once it is applied to a probability")
def sigmoid_applied_twice(X, w, threshold=0.5):
    """You apply the sigmoid to the probabilities again, so they all exceed 0.5."""
    return (1 / (1 + np.exp(-predict_proba(X, w))) >= threshold).astype(int)


@misconception("predict", look="the form of your sigmoid for large positive logits: inf / inf")
def overflowing_sigmoid(X, w, threshold=0.5):
    """Your sigmoid is not a number for large logits, so the decision is lost there."""
    with np.errstate(all="ignore"):
        e = np.exp(X @ w)
        return (e / (1 + e) >= threshold).astype(int)


@misconception("predict", look="the default in the `def` line")
def other_default_threshold(X, w, threshold=0.7):
    """Your default threshold is not the one asked for."""
    return (predict_proba(X, w) >= threshold).astype(int)


@misconception(
    "predict", look="which of the two probabilities, of class 1 or of class 0, the threshold is meant for"
)
def one_minus_threshold(X, w, threshold=0.5):
    """You compare with 1 - threshold: a higher threshold should give fewer ones."""
    return (predict_proba(X, w) >= 1 - threshold).astype(int)


@prediction
def by_hand(t: Trial) -> float:
    p = np.array([0.9, 0.4, 0.6, 0.2])
    return float(t.call("compute_accuracy", np.log(p / (1 - p))[:, None], np.array([1, 0, 0, 1]), np.ones(1)))


@prediction
def higher_threshold(t: Trial) -> str:
    change = set()
    for seed in range(8):
        X, _, w = sample(np.random.default_rng(seed), 25, 4)
        low, high = (np.sum(np.asarray(t.call("predict", X, w, value), float)) for value in (0.5, 0.9))
        change.add(int(np.sign(high - low)))
    return "fewer" if change <= {-1, 0} else "more" if change <= {0, 1} else "either"


@prediction
def untrained(t: Trial) -> float:
    X, y = prepared((0, 1))
    return float(t.call("compute_accuracy", X, y, np.zeros(64)))


def prepared(pair: tuple[int, int]) -> tuple[Any, Any]:
    """The training images of two digits, normalized, with the labels 0 and 1."""
    split = solution(__file__, "q01_split").split_digits
    normalize = solution(__file__, "q02_normalize").normalize
    X_train, X_test, y_train, _ = split(*digits(), pair)
    return normalize(X_train, X_test)[0], (y_train == pair[1]).astype(int)


@figure
def moving_the_threshold(t: Trial) -> Iterator[Figure]:
    X, y = prepared((3, 8))
    w, _ = solution(__file__, "q08_gradient_descent").gradient_descent(X, y, 0.01, 40, False)
    thresholds = np.linspace(0.02, 0.98, 33)
    decided = [np.asarray(t.call("predict", X, w, float(value)), float) for value in thresholds]
    curves = {
        "right decisions": [float(np.mean(d == y)) for d in decided],
        "decided as 8": [float(np.mean(d)) for d in decided],
    }
    at = tuple(map(float, thresholds))
    yield Curves(
        "Your decisions between 3 and 8 after 40 iterations, for each threshold",
        tuple(Series(name, tuple(values), at) for name, values in curves.items()),
        "threshold",
        "share",
    )
