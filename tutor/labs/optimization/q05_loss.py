"""Promises of q05: the binary cross-entropy, averaged over the samples."""

from __future__ import annotations

import math
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
sigmoid = solution(__file__, "q03_sigmoid").sigmoid

TESTED = (
    "Tables of 23 x 7, 5 x 11 and 37 x 3 with twice as many zeros as ones among the labels, weights at 0, whole "
    "numbers in X and w; within 1e-5. Scores of ±1000, on the right side and on "
    "the wrong one: any finite value that fits an eps of at most 1e-7, or none, is right. Your own sigmoid and "
    "predict_proba were replaced by the references. Not tested: labels other than 0 and 1, a single class."
)

SIZES = ((23, 7), (5, 11), (37, 3))
LARGEST_EPS = 1e-3
"""From here on an eps is a mistake; between 1e-7 and this it earns a remark."""


def sample(rng: np.random.Generator, n: int, d: int) -> tuple[Any, Any, Any]:
    """Data without symmetries, a third of ones, and weights whose largest score is 3.5.

    Then no probability is so small that an eps of 1e-7 would show.
    """
    X = rng.normal(size=(n, d)) * rng.uniform(0.5, 1.5, d) + rng.uniform(-0.5, 0.5, d)
    return X, some_labels(rng, n), bounded(X, rng.normal(size=d))


def some_labels(rng: np.random.Generator, n: int) -> Any:
    """A third of ones, in random order."""
    return rng.permutation(np.arange(n) % 3 == 0).astype(int)


def bounded(X: Any, w: Any) -> Any:
    """The weights, scaled so that the largest score is 3.5."""
    return w * 3.5 / np.abs(X @ w).max()


def far(rng: np.random.Generator, signs: Any, d: int = 4) -> tuple[Any, Any]:
    """A table and weights whose scores are 1000 times `signs`."""
    w = rng.uniform(1, 2, d)
    X = np.asarray(signs, float)[:, None] * 1000 / (w * d) * np.ones((len(signs), d))
    return X, w


def loss(t: Trial, X: Any, y: Any, w: Any) -> Any:
    """The learner's loss as a float; what is no single number is left to the comparison's words."""
    got = t.call("compute_loss", X, y, w)
    if isinstance(got, float | int | np.number) and not isinstance(got, bool | np.complexfloating):
        return float(got)
    about_one_sample(got, X, y, w)
    t.same(
        got,
        reference.compute_loss(X, y, w),
        rtol=0,
        atol=1e300,
        what="the loss",
        inputs={"X": X, "y": y, "w": w},
    )
    return float(np.ravel(got)[0])


def about_one_sample(got: Any, X: Any, y: Any, w: Any) -> None:
    """Recognise the costs of the samples, not summed, and a table of all pairs."""
    if not isinstance(got, np.ndarray):
        return
    shape, n = got.shape, len(y)
    seen = f"Your loss has shape {shape}; a single number is asked for."
    if shape == (n,) and n > 1:
        if np.isclose(np.sum(got), reference.compute_loss(X, y, w), rtol=1e-4):
            look = "The sum over the samples is still to be taken."
            raise Failure(f"You divide by n, but do not sum. {seen}", look, "not-summed", seen=seen)
        look = "What is done with the costs of the single samples at the end?"
        raise Failure(
            f"You return one cost for each sample: not averaged. {seen}", look, "not-averaged", seen=seen
        )
    if shape == (n, n) and n > 1:
        look = "Which of your vectors has shape (n, 1)? A column and a vector make a table of all pairs."
        raise Failure(f"A vector met a column. {seen}", look, "all-pairs-averaged", seen=seen)


@check
def one_number(t: Trial) -> None:
    """The loss is one number."""
    for n, d in SIZES[:2]:
        loss(t, *sample(t.rng, n, d))


@check
def value(t: Trial) -> None:
    """It is the mean, over the samples, of minus the log of the probability given to the truth."""
    data = [sample(t.rng, n, d) for n, d in SIZES]
    compare(t, data)


def compare(t: Trial, data: list[tuple[Any, Any, Any]]) -> None:
    """Compare on several data sets; what differs is named by what it is closest to."""
    mine = [loss(t, *one) for one in data]
    want = [float(reference.compute_loss(*one)) for one in data]
    if np.allclose(mine, want, rtol=1e-5, atol=1e-6):
        return
    about_kin(data, mine, want)
    eps = added_eps(data, mine)
    if eps is not None:
        judge_eps(t, eps)
        return
    for got, right, one in zip(mine, want, data, strict=True):
        inputs = dict(zip("Xyw", one, strict=True))
        t.same(got, right, rtol=1e-5, atol=1e-6, what="the loss", inputs=inputs)


def added_eps(data: list[tuple[Any, Any, Any]], mine: list[float]) -> float | None:
    """The eps, inside both logarithms or as a limit, that explains all of these losses, if one does."""
    grid = np.geomspace(1e-8, 0.2, 400)
    truths = [np.where(y == 1, sigmoid(X @ w), sigmoid(-(X @ w))) for X, y, w in data]
    for eps in (0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001):
        if np.allclose([-np.log(np.clip(p, eps, 1 - eps)).mean() for p in truths], mine, rtol=1e-6):
            return eps
    found = []
    for p, got in zip(truths, mine, strict=True):
        losses = np.array([-np.mean(np.log(p + eps)) for eps in grid])
        if not losses[-1] < got < losses[0]:
            return None
        found.append(float(np.exp(np.interp(-got, -losses, np.log(grid)))))
    return found[0] if max(found) < 1.1 * min(found) else None


def judge_eps(t: Trial, eps: float) -> None:
    """Failure or a remark for an eps that shows."""
    if eps > 0.99 * LARGEST_EPS:
        raise Failure(
            f"Your result is what an eps of about {eps:.1g} makes of the loss: it changes every sample.",
            "The protection is for probabilities of exactly 0 and 1; how small can it be?",
            "eps-too-large",
        )
    if eps > 1.2e-7:
        text = (
            f"An eps of about {eps:.0e} already changes the loss of ordinary samples; 1e-12 protects as well."
        )
        t.remark("eps-rather-large", text)


def about_kin(data: list[tuple[Any, Any, Any]], mine: list[float], want: list[float]) -> None:
    """Recognise a misconception in spite of another eps than its own, or of an absolute value around it."""
    kin = [(item, values) for item in KIN if (values := losses_of(item, data)) is not None]
    for sign_of in (np.asarray, np.abs):
        for item, values in kin:
            theirs = sign_of(values)
            if np.allclose(theirs, want, 1e-3):
                continue  # wrong elsewhere, on saturated samples
            if np.allclose(theirs, mine, rtol=2e-4, atol=1e-6):
                seen = f"On the first data set your loss is {mine[0]:.6g}."
                raise Failure(f"{item.sentence} {seen}", item.look, item.slug, seen=seen)
    if np.allclose(np.array(mine) - np.round(mine, 4), 0, atol=1e-12):
        raise Failure("You round the loss.", "Leave rounding to the moment of printing.", "rounded")
    about_penalty(data, np.array(mine) - want)


def losses_of(item: Any, data: list[tuple[Any, Any, Any]]) -> Any:
    """The losses of a misconception, or None if they are no single numbers."""
    with np.errstate(all="ignore"):
        values = [item(*one) for one in data]
    return None if any(isinstance(value, tuple) or np.ndim(value) for value in values) else np.array(values)


def about_penalty(data: list[tuple[Any, Any, Any]], extra: Any) -> None:
    """Recognise a multiple of the weights' size added to the loss."""
    for sizes in (np.array([w @ w for _, _, w in data]), np.array([np.abs(w).sum() for _, _, w in data])):
        if (
            sizes.all()
            and np.allclose(extra / sizes, extra[0] / sizes[0], rtol=1e-3)
            and abs(extra[0]) > 1e-6
        ):
            look = "This loss has no such term; regularization is another subject."
            raise Failure("You add a penalty on the weights.", look, "penalty-on-the-weights")


@check
def other_data(t: Trial) -> None:
    """Pixels may be whole numbers; at w = 0 the loss does not depend on the data."""
    X, y, w = sample(t.rng, 19, 6)
    pixels, signs = t.rng.integers(0, 17, size=(13, 5)), t.rng.integers(-1, 2, size=(14, 5))
    few = bounded(pixels, t.rng.normal(size=5))
    whole = np.array([0, 2, 0, -1, 0])
    data = [(X, y, 0 * w), (pixels, some_labels(t.rng, 13), few), (signs, some_labels(t.rng, 14), whole)]
    compare(t, data)
    about_float_labels(t, X, y, w)


def about_float_labels(t: Trial, X: Any, y: Any, w: Any) -> None:
    """A remark if labels 0.0 and 1.0 are not as good as 0 and 1."""
    want = float(reference.compute_loss(X, y, w))
    try:
        good = bool(np.isclose(loss(t, X, y.astype(float), w), want, rtol=1e-2))
    except Failure:
        good = False
    if not good:
        t.remark(
            "float-labels", "Your loss needs labels of whole numbers; with 0.0 and 1.0 it does not work."
        )


@check
def saturated(t: Trial) -> None:
    """Probabilities of exactly 0 and 1 do no harm: the loss stays finite, and small where the model is right."""
    X, y, w = sample(t.rng, 12, 4)
    F, v = far(t.rng, np.where(np.arange(8) % 2 == 0, 1, -1))
    wrong, right = (np.arange(8) % 2 == 1).astype(int), (np.arange(8) % 2 == 0).astype(int)
    X = X * w / v  # so that the scores stay what they are with the other weights
    mixed = far_loss(t, np.vstack([X, F]), np.concatenate([y, wrong]), v)
    about_dropped(mixed, X, y, v)
    cost = (20 * mixed - 12 * float(reference.compute_loss(X, y, v))) / 8
    about_cost(t, cost)
    easy = far_loss(t, F, right, v)
    if abs(easy) > LARGEST_EPS:
        raise Failure(
            f"For samples that the model has right, and is sure of, your loss is {easy:.4g}; it should be close to 0.",
            "Which probability does the truth get there, and what is minus its logarithm?",
            "wrong-when-right",
        )
    about_cost(t, far_loss(t, F, wrong, v))
    t.remark_on_loops("compute_loss", t.rng.normal(size=(4000, 1)), np.arange(4000) % 2, v[:1])


def far_loss(t: Trial, X: Any, y: Any, w: Any) -> float:
    """The learner's loss on saturated samples; if it is lost, the reason why."""
    try:
        got = loss(t, X, y, w)
    except Failure as failure:
        raised = t.last.raised
        if raised is None or raised.type not in ("ValueError", "OverflowError", "ZeroDivisionError"):
            raise
        seen = failure.rationale
        look = "Some probabilities are exactly 0 or 1 there, and math.log and math.exp stop where NumPy gives inf."
        raise Failure(f"You take the log of zero. {seen}", look, "log-of-zero", seen=seen) from None
    if math.isfinite(got) and abs(got) < 1e300:
        if any("divide" in text or "invalid" in text or "overflow" in text for text in t.last.warnings):
            text = "The result is fine, but NumPy warned on the way: protect the argument of log, not its result."
            t.remark("log-warning", text)
        return got
    raise lost(t, got)


def lost(t: Trial, got: float) -> Failure:
    """Why the loss is not finite: tried with all probabilities at 0, and with all at 1."""
    y = (np.arange(6) % 3 == 0).astype(int)
    ends = []
    for sign in (-1.0, 1.0):
        X, w = far(t.rng, np.full(6, sign))
        ends.append(float(loss(t, X, y, w)))
    seen = f"With scores of ±1000 your loss is {got:.4g}."
    finite = [math.isfinite(end) and 0 != abs(end) < 1e300 for end in ends]
    if finite[0] and not finite[1] and np.isclose(ends[0], 1000 / 3):
        look = "log(1 + e^z) is close to z for large z: np.logaddexp(0, z) knows."
        return Failure(f"Your exponential overflows. {seen}", look, "exp-overflows", seen=seen)
    if finite[0] and not finite[1] and math.exp(-3 * ends[0]) < 1e-16:
        look = "What is 1 - eps in the computer? Print 1 - 1e-20 == 1."
        why = "Your eps is lost in rounding: 1 - eps is exactly 1."
        return Failure(f"{why} {seen}", look, "eps-lost-in-rounding", seen=seen)
    if any(finite):
        which = "1" if finite[0] else "0"
        look = "There are two logarithms, of p and of 1 - p; each may meet a 0."
        why = f"You protect one end only: probabilities of exactly {which} still hurt."
        return Failure(f"{why} {seen}", look, "protected-at-one-end-only", seen=seen)
    look = (
        "Some probabilities are exactly 0 or 1 there. Keep them away from the ends, or avoid them altogether."
    )
    return Failure(f"You take the log of zero. {seen}", look, "log-of-zero", seen=seen)


def about_dropped(mixed: float, X: Any, y: Any, w: Any) -> None:
    """Recognise saturated samples that are left out, or a nan that was turned into 0."""
    ordinary = float(reference.compute_loss(X, y, w))
    if any(abs(mixed - part) < 1e-4 for part in (ordinary, ordinary * 12 / 20)):
        raise Failure(
            "You drop the samples whose cost is not finite: those count most, being sure and wrong.",
            "They must stay in the mean, with a large but finite cost.",
            "saturated-samples-dropped",
        )
    if mixed == 0:
        raise Failure(
            "You turn the nan that comes from the log of zero into a loss of 0, the best there is.",
            "The cause has to be cured: some probabilities are exactly 0 or 1.",
            "log-of-zero",
        )


def about_cost(t: Trial, cost: float) -> None:
    """Judge what one sure and wrong sample costs: minus the log of eps, or the score itself."""
    if cost > 1000 * (1 + 1e-6):
        raise Failure(
            f"A sample with a score of 1000 on the wrong side costs {cost:.4g} with you; 1000 would be exact.",
            "What does the protected logarithm give for a probability of 0?",
            "cost-too-large",
        )
    if cost < 0:
        raise Failure("A sure and wrong sample lowers your loss.", "What sign has its cost?", "sign-flipped")
    judge_eps(t, math.exp(-cost))


def clipped(X: Any, w: Any) -> Any:
    """Probabilities, kept a hair away from 0 and 1."""
    return np.clip(sigmoid(X @ w), 1e-15, 1 - 1e-15)


def costs(y: Any, p: Any) -> Any:
    """The cost of each sample."""
    return -(y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception("compute_loss", look="the 1/n in front of the sum")
def summed_instead_of_averaged(X, y, w):
    """You add the losses of the samples up instead of averaging them."""
    return costs(y, clipped(X, w)).sum()


@misconception("compute_loss", look="the minus sign in front of the sum")
def sign_flipped(X, y, w):
    """The minus sign is missing: your loss has the wrong sign."""
    return -costs(y, clipped(X, w)).mean()


@misconception("compute_loss", look="what the minus sign stands in front of: one term, or the whole bracket")
def minus_on_one_term_only(X, y, w):
    """The minus sign reaches the first term only."""
    p = clipped(X, w)
    return np.mean(-y * np.log(p) + (1 - y) * np.log(1 - p))


@misconception("compute_loss", look="the sign of the first term")
def minus_on_the_second_term_only(X, y, w):
    """The minus sign reaches the second term only."""
    p = clipped(X, w)
    return np.mean(y * np.log(p) - (1 - y) * np.log(1 - p))


@misconception("compute_loss", look="the base of the logarithm")
def log_base_10(X, y, w):
    """You take the logarithm of base 10; the natural one is asked for."""
    return costs(y, clipped(X, w)).mean() / np.log(10)


@misconception("compute_loss", look="the base of the logarithm")
def log_base_2(X, y, w):
    """You take the logarithm of base 2; the natural one is asked for."""
    return costs(y, clipped(X, w)).mean() / np.log(2)


@misconception("compute_loss", look="which logarithm is switched on when y is 1")
def labels_swapped(X, y, w):
    """You swap the labels, or take the probability of the other class."""
    return costs(1 - y, clipped(X, w)).mean()


@misconception("compute_loss", look="the samples with y = 0: where do they enter?")
def term_of_class_0_missing(X, y, w):
    """The term of class 0 is missing: only samples with y = 1 cost anything."""
    return -np.mean(y * np.log(clipped(X, w)))


@misconception("compute_loss", look="the samples with y = 1: where do they enter?")
def term_of_class_1_missing(X, y, w):
    """The term of class 1 is missing: only samples with y = 0 cost anything."""
    return -np.mean((1 - y) * np.log(1 - clipped(X, w)))


@misconception("compute_loss", look="the argument of the second logarithm")
def same_logarithm_twice(X, y, w):
    """Both terms have the logarithm of p; the second one needs 1 - p."""
    return -np.mean(np.log(clipped(X, w)))


@misconception(
    "compute_loss", look="what the second logarithm is multiplied by: Python multiplies before it subtracts"
)
def parentheses_missing(X, y, w):
    """You write 1 - y log(1 - p) where (1 - y) log(1 - p) belongs: parentheses are missing."""
    p = clipped(X, w)
    return -np.mean(y * np.log(p) + 1 - y * np.log(1 - p))


@misconception("compute_loss", look="what stands inside the second logarithm")
def one_minus_outside_the_logarithm(X, y, w):
    """You write 1 - log(p) where log(1 - p) belongs."""
    p = clipped(X, w)
    return -np.mean(y * np.log(p) + (1 - y) * (1 - np.log(p)))


@misconception("compute_loss", look="the formula: it has logarithms, not squares")
def squared_error(X, y, w):
    """This is the squared error, not the cross-entropy."""
    return np.mean((sigmoid(X @ w) - y) ** 2)


@misconception("compute_loss", look="the formula: it has logarithms")
def absolute_error(X, y, w):
    """This is the absolute error, not the cross-entropy."""
    return np.mean(np.abs(sigmoid(X @ w) - y))


@misconception("compute_loss", look="the formula: it asks how sure, not only right or wrong")
def counts_mistakes(X, y, w):
    """You count mistakes: the share of wrong decisions."""
    return np.mean((sigmoid(X @ w) >= 0.5) != y)


@misconception("compute_loss", look="what the logarithm is taken of: a probability, or a score?")
def score_instead_of_probability(X, y, w):
    """You use the score where the probability belongs: the sigmoid is missing."""
    return costs(y, np.clip(X @ w, 1e-15, 1 - 1e-15)).mean()


@misconception("compute_loss", look="how often the sigmoid is applied on the way")
def sigmoid_twice(X, y, w):
    """You apply the sigmoid twice: predict_proba has done it."""
    return costs(y, np.clip(sigmoid(sigmoid(X @ w)), 1e-15, 1 - 1e-15)).mean()


@misconception("compute_loss", look="the labels this formula is made for")
def labels_taken_as_minus_one_and_one(X, y, w):
    """You use the formula for labels -1 and 1; here they are 0 and 1."""
    return np.logaddexp(0, -y * (X @ w)).mean()


@misconception("compute_loss", look="the name of the loss that you wrote down")
def hinge_loss(X, y, w):
    """This is the hinge loss, of support vector machines."""
    return np.maximum(0, 1 - (2 * y - 1) * (X @ w)).mean()


@misconception("compute_loss", look="the name of the loss that you wrote down")
def exponential_loss(X, y, w):
    """This is the exponential loss."""
    return np.exp(-(2 * y - 1) * (X @ w)).mean()


@misconception("compute_loss", look="what is done with the costs of the samples at the end")
def not_averaged(X, y, w):
    """You return one cost for each sample; their mean is asked for."""
    return costs(y, clipped(X, w))


@misconception("compute_loss", look="what you divide by: the number of samples, or of features?")
def divided_by_the_features(X, y, w):
    """You divide by the number of features instead of the number of samples."""
    return costs(y, clipped(X, w)).sum() / X.shape[1]


@misconception("compute_loss", look="how often you divide by the number of samples")
def divided_by_n_twice(X, y, w):
    """You divide by n twice."""
    return costs(y, clipped(X, w)).mean() / len(y)


@misconception("compute_loss", look="where a factor 1/2 comes from")
def halved(X, y, w):
    """Your loss is half of what it should be."""
    return costs(y, clipped(X, w)).mean() / 2


@misconception("compute_loss", look="what you divide by")
def divided_by_n_minus_1(X, y, w):
    """You divide by n - 1; the mean has n."""
    return costs(y, clipped(X, w)).sum() / (len(y) - 1)


@misconception("compute_loss", look="the number you divide by: does it come from the data you are given?")
def sizes_written_in(X, y, w):
    """You divide by 288, whatever the data: sizes are written into your code."""
    return costs(y, clipped(X, w)).sum() / 288


@misconception("compute_loss", look="where the `return` stands: inside the loop or after it?")
def first_sample_only(X, y, w):
    """Only the first sample counts."""
    return costs(y, clipped(X, w))[0]


@misconception("compute_loss", look="where the `return` stands: inside the loop or after it?")
def first_sample_only_over_n(X, y, w):
    """Only the first sample counts (first-sample-only), divided by n."""
    return costs(y, clipped(X, w))[0] / len(y)


@misconception("compute_loss", look="the line in the loop: does it add, or does it overwrite?")
def last_sample_only(X, y, w):
    """Only the last sample counts: each turn of the loop overwrites the one before."""
    return costs(y, clipped(X, w))[-1]


@misconception("compute_loss", look="the line in the loop: does it add, or does it overwrite?")
def last_sample_only_over_n(X, y, w):
    """Only the last sample counts (last-sample-only), divided by n: each turn overwrites the one before."""
    return costs(y, clipped(X, w))[-1] / len(y)


@misconception("compute_loss", look="which comes first, the logarithm or the mean")
def logarithm_of_the_mean(X, y, w):
    """You take the logarithm of a mean; the mean of the logarithms is asked for."""
    return -np.log(np.exp(-costs(y, clipped(X, w))).mean())


@misconception("compute_loss", look="whether a threshold belongs into the loss")
def thresholded_already(X, y, w):
    """You turn the probabilities into decisions first: how sure the model is gets lost."""
    return costs(y, np.clip(sigmoid(X @ w) >= 0.5, 1e-15, 1 - 1e-15)).mean()


@misconception("compute_loss", look="the limits: on ordinary samples nobody may be able to see them")
def clipped_too_early(X, y, w):
    """You clip the scores so early that ordinary samples change."""
    return costs(y, sigmoid(np.clip(X @ w, -2, 2))).mean()


@misconception("compute_loss", look="the terms of your loss: is there one without labels?")
def penalty_on_the_weights(X, y, w):
    """You add a penalty on the weights."""
    return costs(y, clipped(X, w)).mean() + 0.01 * w @ w


@misconception(
    "compute_loss",
    look="the shapes of labels and probabilities, (n, 1) or (n,), and the order of product and mean",
)
def all_pairs_averaged(X, y, w):
    """You average over all pairs of a label and a probability, not each label with its own: a column (n, 1) met a
    vector, which makes a table of all pairs, or two means are multiplied."""
    return costs(y.reshape(-1, 1), clipped(X, w)).mean()


@misconception("compute_loss", look="the mean in the formula")
def median_of_the_costs(X, y, w):
    """You take the median of the costs; the mean is asked for."""
    return np.median(costs(y, clipped(X, w)))


@misconception("compute_loss", look="the mean in the formula")
def worst_sample_only(X, y, w):
    """You take the cost of the worst sample; the mean is asked for."""
    return np.max(costs(y, clipped(X, w)))


@misconception("compute_loss", look="where the labels enter")
def entropy_of_the_predictions(X, y, w):
    """This is the entropy of the predictions: the labels are not used."""
    p = clipped(X, w)
    return costs(p, p).mean()


@misconception("compute_loss", look="which of the two stands inside the logarithms")
def predictions_and_labels_swapped(X, y, w):
    """Predictions and labels have changed places."""
    return costs(sigmoid(X @ w), np.clip(y, 1e-7, 1 - 1e-7)).mean()


@misconception("compute_loss", look="the logarithm in the formula")
def likelihood_itself(X, y, w):
    """This is the likelihood itself, a product; minus its logarithm, averaged, is asked for."""
    return np.exp(-costs(y, clipped(X, w))).prod()


@misconception("compute_loss", look="what you do with the mean")
def root_of_the_loss(X, y, w):
    """You take the root of the loss."""
    return np.sqrt(costs(y, clipped(X, w)).mean())


@misconception("compute_loss", look="the function of NumPy you call: log1p(p) is log(1 + p)")
def log1p_instead_of_log(X, y, w):
    """You take log1p, the logarithm of 1 + p, where log belongs."""
    p = sigmoid(X @ w)
    return -np.mean(y * np.log1p(p) + (1 - y) * np.log1p(1 - p))


@misconception("compute_loss", look="where the labels enter")
def cost_of_the_likelier_class(X, y, w):
    """You take the cost of the class the model prefers; the labels are not used."""
    p = clipped(X, w)
    return -np.mean(np.log(np.maximum(p, 1 - p)))


@misconception("compute_loss", look="the logarithm of a probability of exactly 0, and 0 times its value")
def log_of_zero(X, y, w):
    """You take the log of zero: nothing protects you from probabilities of exactly 0 and 1."""
    with np.errstate(all="ignore"):
        return costs(y, sigmoid(X @ w)).mean()


@misconception("compute_loss", look="the two logarithms: which of them is safe, and which is not?")
def protected_at_one_end_only(X, y, w):
    """You protect one end only: the other logarithm still meets a 0."""
    with np.errstate(all="ignore"):
        return costs(y, np.maximum(sigmoid(X @ w), 1e-15)).mean()


@misconception("compute_loss", look="1 - eps in floating point")
def eps_lost_in_rounding(X, y, w):
    """Your eps is lost in rounding: 1 - eps is exactly 1."""
    with np.errstate(all="ignore"):
        return costs(y, np.clip(sigmoid(X @ w), 1e-20, 1 - 1e-20)).mean()


@misconception("compute_loss", look="the exponential of a large score")
def exp_overflows(X, y, w):
    """Your exponential overflows for large scores."""
    z = X @ w
    with np.errstate(all="ignore"):
        return np.mean(np.log(1 + np.exp(z)) - y * z)


@misconception("compute_loss", look="the samples that you leave out of the mean")
def saturated_samples_dropped(X, y, w):
    """You drop the samples whose cost is not finite: those count most."""
    with np.errstate(all="ignore"):
        found = costs(y, sigmoid(X @ w))
    return found[np.isfinite(found)].mean()


@misconception("compute_loss", look="the size of the tiny number beside ordinary probabilities")
def eps_too_large(X, y, w):
    """Your eps is too large: it changes the cost of ordinary samples."""
    p = sigmoid(X @ w)
    return -np.mean(y * np.log(p + 1e-3) + (1 - y) * np.log(1 - p + 1e-3))


@misconception("compute_loss", look="how many values stand after `return`")
def two_values_returned(X, y, w):
    """You return the loss together with the probabilities; one number is asked for."""
    return costs(y, clipped(X, w)).mean(), clipped(X, w)


@misconception("compute_loss", look="the type of the array that you write the scores into")
def whole_number_array(X, y, w):
    """You write scores into an array of whole numbers: where the pixels are whole, fractions are cut off."""
    z = (X @ w).astype(X.dtype)
    return costs(y, np.clip(sigmoid(z), 1e-15, 1 - 1e-15)).mean()


@misconception("compute_loss", look="the type of the array that you write the costs into")
def costs_cut_to_whole_numbers(X, y, w):
    """You write the costs into an array of whole numbers, like the labels: fractions are cut off."""
    return costs(y, clipped(X, w)).astype(int).mean()


KIN = [item for item in list(vars().values()) if type(item) is type(summed_instead_of_averaged)]
"""All misconceptions, in order."""


def training_set() -> tuple[Any, Any]:
    """The 288 training images of the digits 0 and 1, normalized, and their labels."""
    X_train, X_test, y_train, _ = solution(__file__, "q01_split").split_digits(*digits())
    return solution(__file__, "q02_normalize").normalize(X_train, X_test)[0], y_train


@prediction
def at_zero(t: Trial) -> float:
    return float(np.ravel(t.call("compute_loss", *training_set(), np.zeros(64)))[0])


@prediction
def sure_and_wrong(t: Trial) -> float:
    # Two samples of each label, all with probability 0.01 for the truth, so that every way of writing it is served.
    score = np.log(0.99 / 0.01)
    X, y = np.array([[1.0], [-1.0]]), np.array([0, 1])
    return float(np.ravel(t.call("compute_loss", X, y, np.array([score])))[0])


@prediction
def perfect(t: Trial) -> str:
    p, y = np.float64(0.0), 0
    with np.errstate(all="ignore"):
        cost = float(-(y * np.log(p) + (1 - y) * np.log(1 - p)))
    return "nan" if math.isnan(cost) else "inf" if math.isinf(cost) else "zero"


@figure
def cost_of_one_sample(t: Trial) -> Iterator[Figure]:
    scores = np.linspace(-6, 6, 49)
    one, zero = np.array([[1.0], [1.0]]), np.array([1, 0])
    pair = [float(np.ravel(t.call("compute_loss", one * z, zero, np.array([1.0])))[0]) for z in scores]
    truth = [float(reference.compute_loss(np.array([[z]]), np.array([1]), np.array([1.0]))) for z in scores]
    yield Curves(
        "What a sample costs, by its score",
        (
            Series("if y = 1", tuple(truth), tuple(scores)),
            Series("yours, mean over one sample of each class", tuple(pair), tuple(scores)),
        ),
        x_label="score",
        y_label="loss",
    )
