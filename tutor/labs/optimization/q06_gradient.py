"""Promises of q06: the gradient of the mean cross-entropy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from tutor.checking.author import (
    Failure,
    Figure,
    Picture,
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
compute_loss = solution(__file__, "q05_loss").compute_loss

TESTED = (
    "Three random data sets with n and d between 3 and 40, all different (more samples than features and fewer), "
    "w from N(0, 1), labels as integers and as floats, and logits up to several thousands; within 1e-4. "
    "Not tested: labels other than 0 and 1, and the paper beside your keyboard."
)

SIZES = ((23, 7), (5, 11), (37, 3))


def sample(rng: np.random.Generator, n: int, d: int) -> tuple[Any, Any, Any]:
    """Data without symmetries: columns of different scale and mean, both classes, weights from N(0, 1)."""
    X = rng.normal(size=(n, d)) * rng.uniform(0.5, 1.5, d) + rng.uniform(-1, 1, d)
    y = rng.permutation(np.arange(n) % 3 == 0).astype(int)
    return X, y, rng.normal(size=d)


@check
def shape(t: Trial) -> None:
    """The gradient has one slope for each weight: its shape is that of `w`."""
    for n, d in SIZES[:2]:
        X, y, w = sample(t.rng, n, d)
        got = t.call("compute_gradient", X, y, w)
        if not isinstance(got, np.ndarray) or got.shape != w.shape:
            accept_shape(t, got, (X, y, w))


def accept_shape(t: Trial, got: Any, inputs: tuple[Any, ...]) -> None:
    """Let the comparison speak of kind and shape only: the values are another check's matter."""
    want = t.expected("compute_gradient", *inputs)
    if isinstance(got, list) and np.asarray(got, dtype=object).shape == want.shape:
        return
    t.same(got, want, rtol=1e-4, atol=1e-4, what="the gradient", inputs=dict(zip("Xyw", inputs, strict=True)))


@check
def value(t: Trial) -> None:
    """It is the slope of the mean cross-entropy, at any point `w`."""
    for n, d in SIZES:
        X, y, w = sample(t.rng, n, d)
        compare(t, X, y, w)
    compare(t, X, y.astype(float), 0.3 * w)


@check
def saturated(t: Trial) -> None:
    """It stays right where the probabilities are 0 or 1 to the last digit (very large logits)."""
    X, y, w = sample(t.rng, 19, 6)
    if numerical(t.call("compute_gradient", X, y, w), t.expected("compute_gradient", X, y, w)):
        return  # a difference quotient of a rounded loss cannot do it; `value` has remarked on that
    for scale in (40.0, 3000.0):
        compare(t, X, y, scale * w)


def compare(t: Trial, X: Any, y: Any, w: Any) -> None:
    """One point: the gradient with room for difference quotients, which only earn a remark."""
    got, want = t.call("compute_gradient", X, y, w), t.expected("compute_gradient", X, y, w)
    if isinstance(got, np.ndarray) and got.shape == want.shape and got.dtype.kind == "f":
        name_the_term(got, want, w)
        name_a_coarse_quotient(t, got, want)
    inputs = {"X": X, "y": y, "w": w}
    t.same(got, want, rtol=1e-4, atol=1e-4, what="the gradient", inputs=inputs)
    if any("overflow" in text for text in t.last.warnings):
        t.remark(
            "overflow", "The result is right, but exp overflowed on the way: see your sigmoid for large |z|."
        )
    if numerical(got, want) and re.search(r"loss|log|fprime|cost", t.source):
        t.remark(
            "numerical-gradient",
            "These look like difference quotients: nearly right, but slow and rounded. Do derive the formula with "
            "pen and paper: the next question compares the two.",
        )


def numerical(got: Any, want: Any) -> bool:
    """Whether a good result has more than rounding errors, as difference quotients have."""
    return bool(np.max(np.abs(np.asarray(got, float) - want)) > 1e-12 * (1 + np.max(np.abs(want))))


def name_the_term(got: Any, want: Any, w: Any) -> None:
    """Recognise what was added to the gradient or done with it, for any constant."""
    if proportional(got - want, w):
        raise Failure(
            "You add a multiple of the weights: the slope of a penalty that this loss does not have.",
            "Take the loss of the last question, without any regularization.",
            "penalty-added",
            seen="",
        )
    if proportional(got - w, want):
        raise Failure(
            "You return weights after a step, not the gradient.",
            "Moving the weights is a later question; here only the slope is asked for.",
            "takes-the-step",
            seen="",
        )
    if proportional(got, want) and abs(np.linalg.norm(got) - 1) < 1e-9:
        raise Failure(
            "You scale the gradient to length 1, so its size is lost.",
            "The length of the gradient says how steep the slope is: keep it.",
            "scaled-to-length-one",
            seen="",
        )


def name_a_coarse_quotient(t: Trial, got: Any, want: Any) -> None:
    """Recognise a difference quotient whose step is too large."""
    off = float(np.max(np.abs(got - want)) / np.max(np.abs(want)))
    if 1e-4 < off < 0.2 and re.search(r"\b(eps|epsilon|delta|h)\b", t.source):
        raise Failure(
            f"Your gradient is nearly right, but off by {100 * off:.2g} %: a difference quotient with too large a step?",
            "Derive the formula with pen and paper: it has no step and no such error.",
            "coarse-difference-quotient",
        )


def proportional(a: Any, b: Any) -> bool:
    """Whether `a` is a noticeable multiple of `b`."""
    factor = float(a @ b / (b @ b))
    return abs(factor) > 1e-4 and bool(np.allclose(a, factor * b, rtol=1e-6, atol=1e-9))


@misconception("compute_gradient", look="the 1/n in front of the sum")
def summed_instead_of_averaged(X, y, w):
    """You add the slopes of the samples up instead of averaging them."""
    return X.T @ (sigmoid(X @ w) - y)


@misconception("compute_gradient", look="the order of the difference, or a minus sign in front")
def sign_flipped(X, y, w):
    """Your gradient has the wrong sign: it points downhill."""
    return X.T @ (y - sigmoid(X @ w)) / len(y)


@misconception("compute_gradient", look="the minus sign, and the 1/n in front of the sum")
def sign_flipped_and_summed(X, y, w):
    """Your gradient has the wrong sign, and is summed over the samples instead of averaged."""
    return X.T @ (y - sigmoid(X @ w))


@misconception("compute_gradient", look="what n counts: the terms of the sum in the loss")
def divided_by_features(X, y, w):
    """You divide by the number of features instead of the number of samples."""
    return X.T @ (sigmoid(X @ w) - y) / X.shape[1]


@misconception("compute_gradient", look="the number you divide by: does it come from the data you are given?")
def hard_coded_number_of_samples(X, y, w):
    """You divide by 288, a hard-coded number of samples, whatever the data."""
    return X.T @ (sigmoid(X @ w) - y) / 288


@misconception("compute_gradient", look="which axis holds the samples, and which the weights")
def averaged_over_the_weights_too(X, y, w):
    """You average over the weights, too, so that a single number is left."""
    return np.mean((sigmoid(X @ w) - y)[:, None] * X)


@misconception("compute_gradient", look="the axis you average over: the samples have to disappear")
def averaged_over_the_features(X, y, w):
    """You average over the features and keep one number for each sample."""
    return np.mean((sigmoid(X @ w) - y)[:, None] * X, axis=1)


@misconception(
    "compute_gradient", look="how a change of a weight reaches the loss: where does the feature come in?"
)
def features_forgotten(X, y, w):
    """You return the residuals of the samples: the features are missing."""
    return (sigmoid(X @ w) - y) / len(y)


@misconception("compute_gradient", look="what the model says for a sample: a probability, or a logit?")
def no_sigmoid(X, y, w):
    """You compare the logits with the labels: the sigmoid is missing."""
    return X.T @ (X @ w - y) / len(y)


@misconception("compute_gradient", look="how often the sigmoid is applied on the way from X to the residual")
def sigmoid_applied_twice(X, y, w):
    """You apply the sigmoid twice."""
    return X.T @ (sigmoid(sigmoid(X @ w)) - y) / len(y)


@misconception("compute_gradient", look="the function that turns logits into probabilities")
def tanh_instead_of_sigmoid(X, y, w):
    """You use tanh where the sigmoid belongs."""
    return X.T @ (np.tanh(X @ w) - y) / len(y)


@misconception(
    "compute_gradient",
    look="where the 2 comes from: the derivative of a square has one, this loss has no square",
)
def extra_factor_two(X, y, w):
    """Your gradient is twice too large, as if the loss were a squared error."""
    return 2 * X.T @ (sigmoid(X @ w) - y) / len(y)


@misconception(
    "compute_gradient", look="where the 1/2 comes from: some losses have one by convention, this one does not"
)
def extra_half(X, y, w):
    """Your gradient is half of what it should be: there is a 1/2 in front that this loss does not have."""
    return X.T @ (sigmoid(X @ w) - y) / (2 * len(y))


@misconception("compute_gradient", look="the loss you differentiate: a logarithm, not a square")
def gradient_of_squared_error(X, y, w):
    """This is the gradient of the squared error, not of the cross-entropy."""
    p = sigmoid(X @ w)
    return 2 * X.T @ ((p - y) * p * (1 - p)) / len(y)


@misconception(
    "compute_gradient", look="steps 1 and 2 on your paper: the slope of the sigmoid meets its own inverse"
)
def sigmoid_slope_left_in(X, y, w):
    """You multiply by p(1 - p), which should have cancelled against the slope of the logarithm."""
    p = sigmoid(X @ w)
    return X.T @ ((p - y) * p * (1 - p)) / len(y)


@misconception("compute_gradient", look="the chain from z to p: its slope is still to be multiplied in")
def sigmoid_slope_forgotten(X, y, w):
    """You stop at the slope with respect to p: the slope of the sigmoid is missing from the chain."""
    p = sigmoid(X @ w)
    return X.T @ ((p - y) / (p * (1 - p))) / len(y)


@misconception(
    "compute_gradient", look="the fraction and the factor that cancel: do it on paper, not in floating point"
)
def not_cancelled(X, y, w):
    """You leave a factor and its inverse in the formula, which becomes 0/0 once a probability is 0 or 1."""
    p = sigmoid(X @ w)
    with np.errstate(all="ignore"):
        return X.T @ ((-y / p + (1 - y) / (1 - p)) * p * (1 - p)) / len(y)


@misconception("compute_gradient", look="the second term of the loss, for the samples with y = 0")
def only_one_class(X, y, w):
    """Only the samples of class 1 pull on your weights; those of class 0 are forgotten."""
    return X.T @ (y * (sigmoid(X @ w) - 1)) / len(y)


@misconception("compute_gradient", look="the first term of the loss, for the samples with y = 1")
def only_the_other_class(X, y, w):
    """Only the samples of class 0 pull on your weights; those of class 1 are forgotten."""
    return X.T @ ((1 - y) * sigmoid(X @ w)) / len(y)


@misconception("compute_gradient", look="the sign of the residual for y = 1 and for y = 0")
def absolute_residuals(X, y, w):
    """You drop the sign of the residuals: both classes pull the same way."""
    return X.T @ np.abs(sigmoid(X @ w) - y) / len(y)


@misconception("compute_gradient", look="the power of the residual in your formula")
def squared_residuals(X, y, w):
    """You square the residuals; in the gradient they appear once."""
    return X.T @ (sigmoid(X @ w) - y) ** 2 / len(y)


@misconception("compute_gradient", look="the shape of the residuals: (n, 1) or (n,)?")
def column_instead_of_vector(X, y, w):
    """You return a column, where a vector with the shape of `w` is asked for."""
    return (X.T @ (sigmoid(X @ w) - y) / len(y)).reshape(-1, 1)


@misconception("compute_gradient", look="the shapes of the two terms of the difference p - y")
def broadcast_to_a_square(X, y, w):
    """A column of probabilities met a flat vector of labels: NumPy made an n x n table of all differences."""
    return np.mean(X.T @ (sigmoid(X @ w)[:, None] - y), axis=1)


@misconception("compute_gradient", look="where the `return` stands: inside the loop or after it?")
def one_sample_only(X, y, w):
    """You return after the first sample."""
    return (sigmoid(X[0] @ w) - y[0]) * X[0]


@misconception("compute_gradient", look="the line in the loop: does it add, or does it overwrite?")
def overwritten_in_the_loop(X, y, w):
    """Each sample overwrites the one before: only the last one is left."""
    return (sigmoid(X[-1] @ w) - y[-1]) * X[-1] / len(y)


@misconception("compute_gradient", look="which comes first, the product or the mean")
def mean_residual_times_mean_features(X, y, w):
    """You multiply two means; the mean of the products is asked for."""
    return np.mean(sigmoid(X @ w) - y) * X.mean(axis=0)


@misconception("compute_gradient", look="the loss of the last question: has it a penalty?")
def penalty_added(X, y, w):
    """You add a multiple of the weights: the slope of a penalty that this loss does not have."""
    return X.T @ (sigmoid(X @ w) - y) / len(y) + 0.01 * w


@misconception("compute_gradient", look="the labels: they are 0 and 1 here")
def labels_as_plus_and_minus_one(X, y, w):
    """You turn the labels into -1 and 1; the formula with p - y wants 0 and 1."""
    return X.T @ (sigmoid(X @ w) - (2 * y - 1)) / len(y)


@misconception("compute_gradient", look="whether a threshold belongs into a slope")
def decisions_instead_of_probabilities(X, y, w):
    """You turn the probabilities into decisions first: that is the perceptron's rule."""
    return X.T @ ((sigmoid(X @ w) >= 0.5).astype(int) - y) / len(y)


@misconception("compute_gradient", look="the shape the docstring promises")
def bias_slope_appended(X, y, w):
    """You append the slope of a separate bias, but all weights are already in `w`."""
    r = sigmoid(X @ w) - y
    return np.append(X.T @ r / len(y), r.mean())


@misconception("compute_gradient", look="what a gradient is: not the loss, but its slopes")
def returns_the_loss(X, y, w):
    """You return the loss, a single number, instead of its gradient."""
    return compute_loss(X, y, w)


@misconception("compute_gradient", look="the last thing you do with the vector")
def length_of_the_gradient(X, y, w):
    """You return the length of the gradient, not the gradient."""
    return float(np.linalg.norm(X.T @ (sigmoid(X @ w) - y) / len(y)))


def slope(f: Callable[[float], float], at: float) -> float:
    """A two-sided difference quotient."""
    return (f(at + 1e-6) - f(at - 1e-6)) / 2e-6


def nearest(options: dict[str, Any], truth: Any) -> str:
    """The key of the option that is closest to the measured truth."""
    return min(options, key=lambda key: float(np.max(np.abs(options[key] - truth))))


def one(p: float, y: float) -> float:
    """The loss of one sample."""
    return float(-(y * np.log(p) + (1 - y) * np.log(1 - p)))


@prediction
def step_sigmoid(t: Trial) -> str:
    p = sigmoid(0.7)
    options = {"p": p, "p_times_rest": p * (1 - p), "rest": 1 - p, "p_squared": p**2}
    return nearest(options, slope(sigmoid, 0.7))


@prediction
def step_log(t: Trial) -> str:
    p, y = 0.3, np.array([0.0, 1.0])
    options = {
        "difference": p - y,
        "opposite": (y - p) / (p * (1 - p)),
        "quotient": (p - y) / (p * (1 - p)),
        "one_class": -y / p,
    }
    return nearest(options, np.array([slope(lambda q: one(q, label), p) for label in y]))


@prediction
def step_logit(t: Trial) -> str:
    z, y = 0.7, np.array([0.0, 1.0])
    p = sigmoid(z)
    options = {"residual": p - y, "opposite": y - p, "damped": (p - y) * p * (1 - p), "twice": 2 * (p - y)}
    return nearest(options, np.array([slope(lambda v: one(sigmoid(v), label), z) for label in y]))


@prediction
def step_weight(t: Trial) -> str:
    x, w = np.array([2.0, -1.0, 0.5]), np.array([0.3, 1.2, -0.7])
    truth = np.array([slope(lambda v: float(x @ np.where(np.arange(3) == j, v, w)), w[j]) for j in range(3)])
    return nearest({"weight": w, "feature": x, "both": w * x, "one": np.ones(3)}, truth)


@prediction
def step_matrix(t: Trial) -> str:
    X, y, w = sample(np.random.default_rng(0), *SIZES[0])
    n, d = X.shape
    total = X.T @ (sigmoid(X @ w) - y)
    eye = np.eye(d)
    truth = np.array([slope(lambda s: compute_loss(X, y, w + s * eye[j]), 0.0) for j in range(d)])
    return nearest({"plain": total, "mean": total / n, "features": total / d, "weighted": -total / n}, truth)


@prediction
def shape_of_digits(t: Trial) -> tuple[int, ...]:
    X, y = zeros_and_ones()
    return tuple(np.shape(t.call("compute_gradient", X[:288], y[:288], np.zeros(64))))


@prediction
def confident_mistake(t: Trial) -> float:
    logit = np.log(0.9 / 0.1)
    gradient = t.call("compute_gradient", np.array([[1.0]]), np.array([0]), np.array([logit]))
    return float(np.ravel(gradient)[0])


def zeros_and_ones() -> tuple[Any, Any]:
    """The images of the digits 0 and 1, pixels between 0 and 1, and their labels."""
    X, y = digits()
    return X[y < 2] / 16, y[y < 2]


@figure
def pull_of_each_pixel(t: Trial) -> Iterator[Figure]:
    X, y = zeros_and_ones()
    gradient = np.ravel(np.asarray(t.call("compute_gradient", X, y, np.zeros(64)), float))
    image = tuple(tuple(float(v) for v in row) for row in -gradient.reshape(8, 8))
    yield Picture(
        "Minus your gradient at w = 0, on the digits 0 and 1: where the first step will raise or lower weights",
        (image,),
        ("ink for a 1 (+), for a 0 (-)",),
        signed=True,
    )
