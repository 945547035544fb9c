"""Promises of q04: the probability of class 1 for every row."""

from __future__ import annotations

import re
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
from tutor.checking.compare import shape_of

reference = solution(__file__)
sigmoid = solution(__file__, "q03_sigmoid").sigmoid

TESTED = (
    "Tables of 23 x 7, 5 x 11 and 37 x 3 with weights from N(0, 1), with weights at 0, whole numbers in both, and "
    "scores up to ±1000; within a millionth. Your own sigmoid was replaced by the reference's. Not tested: lists "
    "instead of arrays, weights of another shape than (n_features,)."
)

SIZES = ((23, 7), (5, 11), (37, 3))
WITHIN = {"rtol": 0.0, "atol": 1e-6}


def sample(rng: np.random.Generator, n: int, d: int) -> tuple[Any, Any]:
    """A table without symmetries and weights that give scores of a few units."""
    X = rng.normal(size=(n, d)) * rng.uniform(0.5, 1.5, d) + rng.uniform(-0.5, 0.5, d)
    return X, rng.normal(size=d) * 2 / np.sqrt(d)


def probabilities(t: Trial, X: Any, w: Any) -> Any:
    """The learner's result; when shapes did not fit, further calls tell which mistake it was."""
    try:
        return t.call("predict_proba", X, w)
    except Failure as failure:
        raised = t.last.raised
        if raised is None or raised.type not in ("ValueError", "IndexError"):
            raise
        seen = failure.rationale
        if re.search(r"\b(64|288|360|72|1797)\b", t.source) and not re.search(
            r"matmul|aligned", raised.message
        ):
            look = "Which numbers in your code are true for the lab's data only? Take them from the shapes."
            raise Failure(
                f"Sizes are written into your code. {seen}", look, "sizes-written-in", seen=seen
            ) from None
        about_factors(t, X, seen)
        raise


def about_factors(t: Trial, X: Any, seen: str) -> None:
    """Recognise swapped factors and an added column by calls whose shapes would fit."""
    d = X.shape[1]
    square, w = t.rng.normal(size=(d, d)), t.rng.normal(size=d)
    got = attempt(t, square, w)
    if isinstance(got, np.ndarray) and shape_of(got) == (d,) and np.allclose(got, sigmoid(w @ square)):
        look = "Write the shapes below the factors: (n, d) times (d,) gives (n,)."
        raise Failure(
            f"The factors are in the wrong order. {seen}", look, "factors-in-the-wrong-order", seen=seen
        )
    if got is None and attempt(t, X, np.append(w, 0.5)) is not None:
        look = "Here the weights go with the columns of `X` as they are; nothing is added."
        raise Failure(f"You add a column to `X`. {seen}", look, "adds-a-column-of-ones", seen=seen)


def attempt(t: Trial, X: Any, w: Any) -> Any:
    """The learner's result, or None if there is none."""
    try:
        return t.call("predict_proba", X, w)
    except Failure:
        return None


def compare(t: Trial, X: Any, w: Any) -> None:
    """Compare with the reference, within a millionth; first recognise wrong scores by their logits."""
    got, want = probabilities(t, X, w), reference.predict_proba(X, w)
    if isinstance(got, np.ndarray | float | np.number) and not np.iscomplexobj(got):
        mine = np.asarray(got)
        about_shape(mine, want, X)
        if mine.shape == want.shape and not np.allclose(mine, want, **WITHIN):
            about_decisions(mine, want, X.dtype.kind + w.dtype.kind == "ii")
            about_scores(mine.astype(float), want, X @ w)
    t.same(got, want, what="the probabilities", inputs={"X": X, "w": w}, **WITHIN)


def about_shape(mine: Any, want: Any, X: Any) -> None:
    """Recognise what was returned instead of one value for each row."""
    n, d = X.shape
    seen = f"Your result has shape {mine.shape}; one probability for each of the {n} rows is asked for."
    if mine.shape == () and np.isclose(want, float(mine)).any():
        look = "Where does the `return` stand, and what does each turn of a loop do to the last one's result?"
        raise Failure(
            f"You return the probability of one row only. {seen}", look, "one-probability-only", seen=seen
        )
    if mine.shape == (n, 2) and n != 2 and np.allclose(mine.sum(axis=1), 1):
        look = "The probability of class 0 is 1 minus it: one column says all."
        raise Failure(f"You return both classes, in two columns. {seen}", look, "both-classes", seen=seen)
    if mine.shape == (d,) and n != d:
        look = "Which dimension has to disappear in the sum: the rows or the features?"
        raise Failure(
            f"You return one value for each feature. {seen}", look, "one-value-per-feature", seen=seen
        )


def about_decisions(mine: Any, want: Any, whole: bool) -> None:
    """Recognise whole numbers in place of probabilities."""
    if set(np.unique(mine).tolist()) <= {0, 1} and np.mean((want >= 0.5) == mine) > 0.9:
        seen = "Your results are 0 and 1 only."
        look = "How sure the model is gets lost there, and the loss needs it. Leave the decision to others."
        raise Failure(f"You apply a threshold already. {seen}", look, "thresholded-already", seen=seen)
    if mine.dtype.kind in "iu":
        seen = f"Your result has type {mine.dtype}: {mine[:5].tolist()} …"
        look = "Fractions between 0 and 1 are asked for."
        if whole:
            look = "An array made like `X` or `w` (zeros_like, empty_like) has their type; what does it do to fractions?"
            why = "You write fractions into an array of whole numbers."
            raise Failure(f"{why} {seen}", look, "whole-number-array", seen=seen)
        raise Failure(f"You cut the fractions off. {seen}", look, "whole-numbers-only", seen=seen)


def about_scores(mine: Any, want: Any, z: Any) -> None:
    """Recognise the score that a wrong probability comes from."""
    if not np.isfinite(mine).all():
        return
    if np.allclose(mine, np.clip(want, mine.min(), mine.max()), **WITHIN) and np.ptp(mine) > 0:
        seen = f"Your values never leave the range from {mine.min():.4g} to {mine.max():.4g}."
        look = "Limits are fine where nobody can see them: scores far beyond ±15, probabilities within 1e-7."
        raise Failure(f"You clip too early. {seen}", look, "clipped-too-early", seen=seen)
    if abs(mine.sum() - 1) < 1e-9 and len(mine) > 1:
        seen = "Your results add up to 1 over the rows."
        look = "Each sample has its own probability, whatever the others have."
        raise Failure(
            f"You normalize over the samples. {seen}", look, "normalized-over-the-samples", seen=seen
        )
    if mine.min() <= 0 or mine.max() >= 1:
        return
    score = np.log(mine / (1 - mine))
    offset = score - z
    if np.ptp(offset) < 1e-6 and abs(offset[0]) > 1e-6:
        seen = f"Your scores are all {abs(offset[0]):.6g} too {'large' if offset[0] > 0 else 'small'}."
        look = "The bias, if any, is part of `w` already."
        raise Failure(f"You add a bias to the score. {seen}", look, "a-bias-added", seen=seen)
    factor = score / z
    if np.ptp(factor) < 1e-5 * abs(factor[0]) and abs(factor[0] - 1) > 1e-5:
        seen = f"Your scores are {factor[0]:.6g} times what they should be."
        raise Failure(
            seen, "What are the terms of the sum multiplied or divided by?", "scores-scaled", seen=seen
        )


@check
def one_per_row(t: Trial) -> None:
    """There is one probability for each row of `X`: a vector of shape (n_samples,)."""
    for n, d in SIZES:
        X, w = sample(t.rng, n, d)
        got = probabilities(t, X, w)
        if isinstance(got, np.ndarray | float | np.number) and not np.iscomplexobj(got):
            about_shape(np.asarray(got), reference.predict_proba(X, w), X)
        if shape_of(got) != (n,):
            t.same(got, reference.predict_proba(X, w), what="the probabilities", **WITHIN)


@check
def value(t: Trial) -> None:
    """It is the sigmoid of the weighted sum of the row."""
    for n, d in SIZES:
        X, w = sample(t.rng, n, d)
        first, again = probabilities(t, X, w), probabilities(t, X, t.rng.normal(size=d))
        if shape_of(first) == shape_of(again) == (n,) and np.array_equal(first, again) and np.ptp(first) > 0:
            look = "Where does your function use `w`?"
            raise Failure("Other weights give the same probabilities.", look, "ignores-the-weights")
        compare(t, X, w)
    compare(t, X, np.zeros(d))


@check
def whole_numbers(t: Trial) -> None:
    """Pixels and weights may be whole numbers."""
    X, w = t.rng.integers(0, 17, size=(13, 6)), t.rng.integers(-2, 3, size=6)
    compare(t, X - 8, w)
    compare(t, X, w / 40)


@check
def saturated(t: Trial) -> None:
    """Very large scores give 0 or 1 to many digits, never nan."""
    X, w = sample(t.rng, 17, 5)
    compare(t, 1000 * X, w)
    if any("overflow" in text for text in t.last.warnings):
        text = "The result is right, but exp overflowed on the way: see your sigmoid for very negative z."
        t.remark("overflow-warning", text)
    about_one_row(t, X[:1], w)
    t.remark_on_loops("predict_proba", t.rng.normal(size=(4000, 16)), t.rng.normal(size=16))


def about_one_row(t: Trial, X: Any, w: Any) -> None:
    """A remark if a table of a single row does not give a vector of one probability."""
    got = attempt(t, X, w)
    if shape_of(got) != (1,):
        t.remark(
            "one-row", "For a table of one row the result should have shape (1,): what squeezes it away?"
        )


@misconception("predict_proba", look="the step from a score to a probability")
def no_sigmoid(X, w):
    """You return the scores: the sigmoid is missing."""
    return X @ w


@misconception("predict_proba", look="how often the sigmoid is applied between `X` and the result")
def sigmoid_twice(X, w):
    """You apply the sigmoid twice."""
    return sigmoid(sigmoid(X @ w))


@misconception("predict_proba", look="whether a decision is asked for, or how sure the model is")
def thresholded_already(X, w):
    """You apply a threshold already: 0 and 1 do not say how sure the model is."""
    return (sigmoid(X @ w) >= 0.5).astype(int)


@misconception("predict_proba", look="the sign of the score: large scores must mean class 1")
def probability_of_class_0(X, w):
    """This is the probability of class 0."""
    return sigmoid(-(X @ w))


@misconception("predict_proba", look="the sum in the formula: which part of your line is it?")
def elementwise_without_the_sum(X, w):
    """You multiply pixel by pixel, but the sum over the pixels is missing."""
    return sigmoid(X * w)


@misconception("predict_proba", look="the axis of the sum: the features have to disappear, not the samples")
def summed_over_the_samples(X, w):
    """You sum over the samples instead of over the features."""
    return sigmoid((X * w).sum(axis=0))


@misconception("predict_proba", look="the axis of the sum: one score for each row is wanted")
def summed_over_everything(X, w):
    """You sum over the samples, too: a single number is left."""
    return sigmoid(np.sum(X * w))


@misconception("predict_proba", look="the shapes of the two factors, written below them")
def factors_in_the_wrong_order(X, w):
    """The factors of the product are in the wrong order."""
    return sigmoid(w @ X)


@misconception("predict_proba", look="how many columns come out: is the second one needed?")
def both_classes(X, w):
    """You return both classes, in two columns."""
    p = sigmoid(X @ w)
    return np.column_stack([1 - p, p])


@misconception("predict_proba", look="what the products are divided by: the formula has a sum, no mean")
def mean_instead_of_sum(X, w):
    """You take the mean over the pixels; the sum is asked for."""
    return sigmoid(X @ w / X.shape[1])


@misconception("predict_proba", look="what is added to the product: the bias, if any, is part of `w`")
def a_bias_added(X, w):
    """You add a bias to the score."""
    return sigmoid(X @ w + 1)


@misconception(
    "predict_proba", look="what is glued to `X`: `w` has one weight for each of its columns already"
)
def adds_a_column_of_ones(X, w):
    """You add a column of ones to `X`, for which `w` has no weight."""
    return sigmoid(np.column_stack([np.ones(len(X)), X]) @ w)


@misconception("predict_proba", look="what happens to the first column of `X`")
def first_weight_taken_as_bias(X, w):
    """You take the first weight as a bias and leave the first column out."""
    return sigmoid(X[:, 1:] @ w[1:] + w[0])


@misconception("predict_proba", look="what happens to the last column of `X`")
def last_weight_taken_as_bias(X, w):
    """You take the last weight as a bias and leave the last column out."""
    return sigmoid(X[:, :-1] @ w[:-1] + w[-1])


@misconception("predict_proba", look="where your loop or slice over the features stops")
def last_feature_forgotten(X, w):
    """You leave the last feature out."""
    return sigmoid(X[:, :-1] @ w[:-1])


@misconception("predict_proba", look="where your loop or slice over the features starts")
def first_feature_forgotten(X, w):
    """You leave the first feature out."""
    return sigmoid(X[:, 1:] @ w[1:])


@misconception("predict_proba", look="the sum over the samples: one sample must not depend on the others")
def normalized_over_the_samples(X, w):
    """You normalize over the samples, so that the results add up to 1."""
    e = np.exp(X @ w - (X @ w).max())
    return e / e.sum()


@misconception("predict_proba", look="the arithmetic on `X`: normalizing is done before, once for all")
def normalizes_inside(X, w):
    """You normalize `X` inside the function."""
    return sigmoid((X - X.mean(axis=0)) / (X.std(axis=0) + 1e-8) @ w)


@misconception("predict_proba", look="where the `return` stands: inside the loop or after it?")
def one_probability_only(X, w):
    """You return the probability of one row only."""
    return sigmoid(X[0] @ w)


@misconception("predict_proba", look="the order of the steps: first the weighted sum, then the sigmoid")
def sigmoid_of_the_pixels(X, w):
    """You apply the sigmoid to the pixels, before the weighted sum."""
    return sigmoid(X) @ w


@misconception("predict_proba", look="the order of the steps: first the weighted sum, then the sigmoid")
def sigmoid_of_the_weights(X, w):
    """You apply the sigmoid to the weights."""
    return sigmoid(X @ sigmoid(w))


@misconception("predict_proba", look="the order of the steps: first the weighted sum, then the sigmoid")
def sigmoid_of_the_weights_only(X, w):
    """You apply the sigmoid to the weights (sigmoid-of-the-weights), and not to the score."""
    return X @ sigmoid(w)


@misconception("predict_proba", look="the function around the score: a probability lies between 0 and 1")
def tanh_instead_of_sigmoid(X, w):
    """You use tanh where the sigmoid belongs."""
    return np.tanh(X @ w)


@misconception("predict_proba", look="what negative scores become")
def absolute_score(X, w):
    """You drop the sign of the score."""
    return sigmoid(np.abs(X @ w))


@misconception("predict_proba", look="the quotient of two infinities: use the sigmoid of the last question")
def exp_over_one_plus_exp(X, w):
    """You write e^z / (1 + e^z), which is infinity over infinity, nan, for large scores."""
    with np.errstate(all="ignore"):
        return np.exp(X @ w) / (1 + np.exp(X @ w))


@misconception("predict_proba", look="where your function uses `w`")
def ignores_the_weights(X, w):
    """You use weights of your own: the argument `w` is never used."""
    return sigmoid(X @ np.ones(X.shape[1]))


@misconception("predict_proba", look="the line that starts each sum at 0")
def score_not_reset(X, w):
    """The sum goes on from one row to the next: it is never set back to 0."""
    return sigmoid(np.cumsum(X @ w))


@misconception("predict_proba", look="the function around the sigmoid")
def logarithm_of_the_probability(X, w):
    """You return the logarithm of the probability."""
    return np.log(sigmoid(X @ w))


@misconception("predict_proba", look="what happens to the weights before the product")
def weights_scaled_to_length_one(X, w):
    """You scale the weights to length 1."""
    return sigmoid(X @ (w / max(float(np.linalg.norm(w)), 1e-300)))


@misconception("predict_proba", look="the limits: nobody may be able to see them")
def clipped_too_early(X, w):
    """You clip too early: beyond it your values no longer change, although the probabilities do."""
    return sigmoid(np.clip(X @ w, -3, 3))


@misconception("predict_proba", look="the power of the weights in the sum")
def weights_squared(X, w):
    """You square the weights."""
    return sigmoid(X @ w**2)


@misconception("predict_proba", look="the operation between row and weights: a product, not a difference")
def distance_instead_of_product(X, w):
    """You measure the distance from each row to the weights; their product is asked for."""
    return sigmoid(np.linalg.norm(X - w, axis=1))


@misconception(
    "predict_proba", look="the type of the array that you write into, when `X` or `w` holds whole numbers"
)
def whole_number_array(X, w):
    """You write fractions into an array of whole numbers, where they are cut off."""
    return sigmoid(X @ w).astype(np.result_type(X, w))


@misconception("predict_proba", look="the type of the result")
def whole_numbers_only(X, w):
    """You cut the fractions off."""
    return sigmoid(X @ w).astype(int)


@misconception("predict_proba", look="where you round")
def rounded(X, w):
    """You round the probabilities."""
    return np.round(sigmoid(X @ w), 3)


def training_images() -> Any:
    """The 288 training images of the digits 0 and 1, as question 1 splits them."""
    return solution(__file__, "q01_split").split_digits(*digits())[0]


def random_weights() -> Any:
    """Always the same 64 weights from a standard normal."""
    return np.random.default_rng(0).normal(size=64)


@prediction
def result_shape(t: Trial) -> tuple[int, ...]:
    return tuple(np.shape(t.call("predict_proba", training_images(), random_weights())))


@prediction
def no_weights(t: Trial) -> float:
    return float(np.mean(t.call("predict_proba", training_images(), np.zeros(64))))


@prediction
def raw_pixels(t: Trial) -> str:
    p = np.asarray(t.call("predict_proba", training_images(), random_weights()), float)
    sure = float(np.mean((p < 0.01) | (p > 0.99)))
    return "extreme" if sure > 0.8 else "middle" if np.mean(np.abs(p - 0.5) < 0.25) > 0.8 else "even"


@figure
def sorted_probabilities(t: Trial) -> Iterator[Figure]:
    X, w = training_images(), random_weights()
    scaled = solution(__file__, "q02_normalize").normalize(X, X)[0]
    found = {
        "raw pixels": t.call("predict_proba", X, w),
        "normalized": t.call("predict_proba", scaled, w),
        "normalized, w / 10": t.call("predict_proba", scaled, w / 10),
    }
    yield Curves(
        "Probabilities of the 288 training images for random weights, sorted",
        tuple(Series(name, tuple(np.sort(np.asarray(p, float)))) for name, p in found.items()),
        x_label="image",
        y_label="P(y=1)",
    )
