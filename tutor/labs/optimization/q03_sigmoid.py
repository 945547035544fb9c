"""Promises of q03: the sigmoid of a number and of arrays."""

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
    figure,
    misconception,
    prediction,
    solution,
)

reference = solution(__file__)

TESTED = (
    "Single numbers, arrays of one, two and three dimensions, whole numbers and fractions between -12 and 12, and "
    "z up to ±1000, within a millionth; the shape that comes out. Not tested: lists, complex numbers, nan."
)

WITHIN = {"rtol": 0.0, "atol": 1e-6}
FAR = np.array([1000.0, -1000.0, 720.0, -750.0, 90.0, -95.0, 37.5, -40.0])


def values(t: Trial, z: list[Any]) -> Any:
    """The results of single numbers, as one array; Failure if one of them is no single number."""
    found = [one(t, value) for value in z]
    for value, got in zip(z, found, strict=True):
        if isinstance(got, np.ndarray) and got.shape != ():
            shape = f"`sigmoid({value:.3g})` gives back an array of shape {got.shape}; a number went in."
            raise Failure(shape, "What turns it into an array?", "number-turned-into-an-array", seen=shape)
        t.same(got, 0.5, rtol=0, atol=1e300, what=f"`sigmoid({value:.3g})`")
    return np.array([float(got) for got in found])


def one(t: Trial, z: Any) -> Any:
    """The learner's result for one number; recognises code that works for arrays only."""
    try:
        return t.call("sigmoid", z)
    except Failure as failure:
        raised = t.last.raised
        if raised is None or raised.phase != "call" or raised.type not in ARRAY_ERRORS:
            raise
        try:
            t.call("sigmoid", np.array([0.5, -0.5]))
        except Failure:
            raise failure from None
        look = "z may be a single number, too: it has no length, no shape and no items."
        seen = failure.rationale
        raise Failure(f"Your code works for arrays only. {seen}", look, "arrays-only", seen=seen) from None


ARRAY_ERRORS = ("TypeError", "AttributeError", "IndexError", "ValueError")


def many(t: Trial, z: Any) -> Any:
    """The learner's result for an array; recognises code that works for one number only."""
    try:
        return t.call("sigmoid", z)
    except Failure as failure:
        raised = t.last.raised
        if raised is None or raised.type not in ("TypeError", "ValueError"):
            raise
        seen = failure.rationale
        if "truth value" in raised.message:
            look = "`if` wants one yes or no, but an array has many: np.where decides for each element."
            raise Failure(
                f"You branch on a whole array. {seen}", look, "branch-on-a-whole-array", seen=seen
            ) from None
        if raised.type == "TypeError":
            look = "z may be an array: np.exp works on all its elements at once, math.exp does not."
            raise Failure(
                f"Your code works for one number only. {seen}", look, "one-number-only", seen=seen
            ) from None
        raise


def compare(t: Trial, got: Any, z: Any) -> None:
    """Compare with the reference, within a millionth; first recognise some wrong curves by their shape."""
    want = np.asarray(reference.sigmoid(z))
    if isinstance(got, np.ndarray | float | int | np.number) and np.shape(got) == want.shape:
        mine = np.asarray(got, float)
        if not np.allclose(mine, want, **WITHIN):
            about_steps(mine)
            about_steepness(mine, np.asarray(z, float))
            about_limits(mine, want)
    t.same(got, want, what="the sigmoid", inputs={"z": z}, **WITHIN)


def about_steps(mine: Any) -> None:
    """Recognise decisions instead of probabilities."""
    if mine.size > 2 and set(np.unique(mine).tolist()) <= {0.0, 0.5, 1.0} and np.ptp(mine) > 0:
        seen = "All your values are exactly 0 or 1."
        look = "All the values in between are wanted: they say how sure the model is."
        raise Failure(f"You decide for 0 or 1. {seen}", look, "step-function", seen=seen)


def about_steepness(mine: Any, z: Any) -> None:
    """Recognise sigmoid(k z) with another k than 1."""
    with np.errstate(all="ignore"):
        inner = (np.abs(z) > 0.1) & (mine > 1e-5) & (mine < 1 - 1e-5)
        score = np.log(mine[inner] / (1 - mine[inner]))
        k = score / z[inner]
    about_shift(score - z[inner])
    if len(k) < 3 or abs(np.median(k)) < 0.01 or not np.isfinite(k).all() or np.ptp(k) > 1e-4 * abs(k[0]):
        return
    steep = float(np.median(k))
    seen = f"Your curve is that of sigma({steep:.6g} z)."
    for value, slug, why, look in STEEPNESS:
        if abs(steep / value - 1) < 1e-4:
            raise Failure(f"{why} {seen}", look, slug, seen=seen)
    if abs(steep - 1) < 0.01:
        look = "np.exp knows e to 16 digits."
        raise Failure(f"Your e has too few digits. {seen}", look, "e-too-short", seen=seen)
    raise Failure(
        f"Your z is multiplied by a number. {seen}",
        "What stands in the exponent?",
        "other-steepness",
        seen=seen,
    )


def about_shift(gap: Any) -> None:
    """Recognise sigmoid(z + c)."""
    if len(gap) > 2 and np.isfinite(gap).all() and np.ptp(gap) < 1e-4 and abs(gap[0]) > 1e-3:
        seen = f"Your curve is that of sigma(z {gap[0]:+.6g})."
        raise Failure(f"Your curve is shifted. {seen}", "sigma(0) is a half.", "shifted", seen=seen)


STEEPNESS = (
    (
        -1.0,
        "minus-forgotten",
        "The minus sign in the exponent is missing.",
        "Larger z must give larger values.",
    ),
    (2.0, "twice-too-steep", "Your curve is twice too steep.", "With tanh, z has to be halved first."),
    (math.log(2), "other-base", "You take a power of 2, not of e.", "np.exp is the power of e."),
    (math.log(10), "other-base", "You take a power of 10, not of e.", "np.exp is the power of e."),
)


def about_limits(mine: Any, want: Any) -> None:
    """Recognise a curve that is right in the middle and flat further out."""
    if not np.isfinite(mine).all() or np.ptp(mine) == 0:
        return
    if np.allclose(mine, np.clip(want, mine.min(), mine.max()), **WITHIN):
        seen = f"Your values never leave the range from {mine.min():.4g} to {mine.max():.4g}."
        look = "Limiting z is fine where nobody can see it: far beyond ±15."
        raise Failure(f"You clip too early. {seen}", look, "clipped-too-early", seen=seen)


@check
def one_number(t: Trial) -> None:
    """The sigmoid of a single number is a single number, between 0 and 1."""
    z = [*(float(v) for v in 3 * t.rng.normal(size=6)), 0.0, 5.5, -7.25]
    compare(t, values(t, z), np.array(z))


@check
def arrays(t: Trial) -> None:
    """An array is treated element by element, and keeps its shape."""
    for shape in ((11,), (3, 7), (2, 5, 3)):
        z = t.rng.uniform(-12, 12, size=shape)
        compare(t, many(t, z), z)


@check
def whole_numbers(t: Trial) -> None:
    """Whole numbers are fine, too: what comes out is not whole."""
    z = t.rng.permutation(np.arange(-9, 9))
    got = many(t, z)
    if isinstance(got, np.ndarray) and got.dtype.kind in "iu":
        seen = f"For an array of whole numbers your result has type {got.dtype}: {got[:4].tolist()} …"
        look = "An array made like z (zeros_like, empty_like) has z's type; what does it do to fractions?"
        raise Failure(
            f"You write fractions into an array of whole numbers. {seen}",
            look,
            "whole-number-array",
            seen=seen,
        )
    compare(t, got, z)
    numbers = [2, -3, 0, 1]
    compare(t, values(t, numbers), np.array(numbers))


@check
def extremes(t: Trial) -> None:
    """For very large z of either sign the value is still right: 1 or 0 to many digits, never nan."""
    compare(t, many_far(t, FAR), FAR)
    about_overflow(t)
    compare(t, many_far(t, [1000, -1000]), np.array([1000, -1000]))
    t.remark_on_loops("sigmoid", t.rng.normal(size=4000))


def many_far(t: Trial, z: Any) -> Any:
    """Results for extreme z, an array or a list of single numbers, with the mistakes that only show there."""
    try:
        got = many(t, z) if isinstance(z, np.ndarray) else values(t, z)
    except Failure as failure:
        if t.last.raised and t.last.raised.type == "OverflowError":
            seen = failure.rationale
            look = (
                "Where could exp be asked for the power of a large positive number? np.exp gives inf there."
            )
            raise Failure(
                f"math.exp, like every power of a plain Python number, cannot go that far. {seen}",
                look,
                "math-exp-overflows",
                seen=seen,
            ) from None
        raise
    if isinstance(got, np.ndarray) and got.shape == np.shape(z) and got.dtype.kind == "f":
        about_ends(got, np.asarray(z, float))
    return got


def about_overflow(t: Trial) -> None:
    """A remark on warnings beside a right result."""
    if any("overflow" in text or "invalid" in text for text in t.last.warnings):
        t.remark(
            "overflow-warning",
            "The result is right, but exp overflowed on the way, and NumPy warned; a form that only takes exp of "
            "negative numbers does not.",
        )


def about_ends(got: Any, z: Any) -> None:
    """Failure, with its cause, if the values at the two ends are not those of the limits."""
    right, left = got[z > 700], got[z < -700]
    if np.isnan(right).all() and not np.isnan(left).any():
        seen = f"At z = {z.max():.0f} your result is nan."
        look = "There, numerator and denominator are both infinite. Divide both by the numerator, on paper."
        raise Failure(f"Infinity over infinity is nan. {seen}", look, "exp-over-one-plus-exp", seen=seen)
    if np.all(right == 0) and np.all(left == 0):
        seen = f"At z = {z.max():.0f} your result is 0; it should be close to 1."
        look = "A nan came up there, and turning it into 0 hides it. Where does it come from?"
        raise Failure(f"You turn nan into 0. {seen}", look, "nan-turned-into-zero", seen=seen)
    if np.all(right < 0.1) and np.all(left > 0.9):
        seen = (
            f"At z = {z.max():.0f} your result is {right[0]:.3g}, at z = {z.min():.0f} it is {left[0]:.3g}."
        )
        raise Failure(
            f"The two ends are swapped. {seen}", "Larger z, larger value.", "ends-swapped", seen=seen
        )


@misconception("sigmoid", look="the largest number a computer knows, and the quotient of two infinities")
def exp_over_one_plus_exp(z):
    """You write e^z / (1 + e^z), which is the same on paper, but infinity over infinity, nan, for large z."""
    with np.errstate(all="ignore"):
        return np.exp(z) / (1 + np.exp(z))


@misconception("sigmoid", look="what the nan stood for: it was not a 0 everywhere")
def nan_turned_into_zero(z):
    """You turn nan into 0, but for large z the value should be 1."""
    with np.errstate(all="ignore"):
        return np.nan_to_num(np.exp(z) / (1 + np.exp(z)))


@misconception("sigmoid", look="the sign in the exponent: larger z must give larger values")
def minus_forgotten(z):
    """The minus sign in the exponent is missing: your curve falls."""
    return 1 / (1 + np.exp(z))


@misconception("sigmoid", look="the sign in the denominator")
def minus_instead_of_plus(z):
    """The denominator has a minus where a plus belongs."""
    with np.errstate(all="ignore"):
        return 1 / (1 - np.exp(-np.asarray(z, float)))


@misconception("sigmoid", look="what stands under the fraction: Python divides before it adds")
def parentheses_missing(z):
    """You return 1 plus the exponential: the denominator alone, or 1 divided by 1 for lack of parentheses."""
    return 1 / 1 + np.exp(-np.asarray(z, float))


@misconception("sigmoid", look="the range: a probability lies between 0 and 1")
def tanh_itself(z):
    """This is the hyperbolic tangent: it runs from -1 to 1."""
    return np.tanh(z)


@misconception("sigmoid", look="the range: a probability lies between 0 and 1")
def minus_one_to_one(z):
    """Your curve has the right form, but runs from -1 to 1."""
    return np.tanh(np.asarray(z) / 2)


@misconception("sigmoid", look="the argument of tanh: which z has to go in, and how much of it?")
def twice_too_steep(z):
    """Your curve is twice too steep."""
    return (1 + np.tanh(z)) / 2


@misconception("sigmoid", look="the library your exp comes from")
def one_number_only(z):
    """Your code works for one number only: math.exp does not take arrays."""
    return 1 / (1 + math.exp(-z))


@misconception("sigmoid", look="the `if`: an array has many answers to `z >= 0`")
def branch_on_a_whole_array(z):
    """You branch on a whole array: `if` wants one yes or no."""
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))


@misconception("sigmoid", look="what your code asks of z: a length, a shape, items?")
def arrays_only(z):
    """Your code works for arrays only: a single number has no length."""
    return np.array([1 / (1 + np.exp(-v)) for v in z])


@misconception("sigmoid", look="which exp raises an error when the result is too large, and which gives inf")
def math_exp_overflows(z):
    """math.exp stops with an error where the result is too large; np.exp gives infinity."""
    return np.vectorize(lambda v: 1 / (1 + math.exp(-v)))(z)


@misconception("sigmoid", look="the limits: nobody may be able to see them")
def clipped_too_early(z):
    """You clip too early: beyond it your values no longer change, although the sigmoid does."""
    return 1 / (1 + np.exp(-np.clip(z, -5, 5)))


@misconception("sigmoid", look="where you round")
def rounded(z):
    """You round the result."""
    return np.round(1 / (1 + np.exp(-np.asarray(z, float))), 4)


@misconception("sigmoid", look="the sum: one element must not depend on the others")
def normalized_over_all_values(z):
    """You divide by a sum over all elements, so that they add up to 1: that is softmax."""
    e = np.exp(z - np.max(z))
    return e / e.sum()


@misconception("sigmoid", look="the last thing you do with the value")
def derivative_of_the_sigmoid(z):
    """This is the derivative of the sigmoid."""
    s = reference.sigmoid(z)
    return s * (1 - s)


@misconception("sigmoid", look="the type of the array that you write into")
def whole_number_array(z):
    """You write fractions into an array of whole numbers: they are cut off."""
    return reference.sigmoid(z).astype(np.asarray(z).dtype)


@misconception("sigmoid", look="what negative z become")
def absolute_value(z):
    """You drop the sign of z: both sides give values above a half."""
    return 1 / (1 + np.exp(-np.abs(z)))


@misconception("sigmoid", look="the digits of e: who knows them better than you?")
def e_too_short(z):
    """Your e has too few digits."""
    return 1 / (1 + 2.718 ** (-np.asarray(z, float)))


@misconception("sigmoid", look="the base of the power")
def other_base(z):
    """You take a power of another base than e."""
    return 1 / (1 + 2.0 ** (-np.asarray(z, float)))


@misconception("sigmoid", look="the function around it")
def logarithm_of_the_sigmoid(z):
    """This is the logarithm of the sigmoid."""
    return -np.logaddexp(0, -np.asarray(z, float))


@misconception("sigmoid", look="which goes in and which comes out: a score, or a probability?")
def inverse_of_the_sigmoid(z):
    """This is the inverse of the sigmoid, from probabilities to scores."""
    with np.errstate(all="ignore"):
        z = np.asarray(z, float)
        return np.log(z / (1 - z))


@misconception("sigmoid", look="what lies between 0 and 1: all the values in between are wanted")
def step_function(z):
    """You decide for 0 or 1; the sigmoid passes smoothly from one to the other."""
    return np.where(np.asarray(z) >= 0, 1.0, 0.0)


@misconception("sigmoid", look="the formula: it has an exponential")
def hard_sigmoid(z):
    """You replace the curve by straight lines."""
    return np.clip(0.5 + 0.25 * np.asarray(z), 0, 1)


@misconception("sigmoid", look="what is added in the exponent")
def shifted(z):
    """Your curve is shifted to one side: at 0 it is no half."""
    return reference.sigmoid(np.asarray(z) + 1)


@misconception("sigmoid", look="the name of the function that you wrote down")
def softplus(z):
    """This is softplus, log(1 + e^z), which grows without end."""
    return np.logaddexp(0, z)


@misconception("sigmoid", look="the name of the function that you wrote down")
def relu(z):
    """This is ReLU, which grows without end."""
    return np.maximum(0, z)


@misconception("sigmoid", look="the formula: it has an exponential")
def arctangent(z):
    """You use the arctangent, which looks alike, but is another curve."""
    return 0.5 + np.arctan(z) / np.pi


@misconception("sigmoid", look="the formula: it has a simple exponential")
def normal_distribution(z):
    """This is the distribution function of the normal law, which looks alike, but is another curve."""
    return np.vectorize(lambda v: 0.5 * (1 + math.erf(v / math.sqrt(2))), otypes=[float])(z)


@misconception("sigmoid", look="the formula: it has an exponential")
def softsign(z):
    """You use a fraction that looks alike, but has no exponential."""
    z = np.asarray(z, float)
    return 0.5 + 0.5 * z / (1 + np.abs(z))


@misconception("sigmoid", look="the exponent")
def squared(z):
    """You square z in the exponent: both sides become alike."""
    return 1 / (1 + np.exp(-(np.asarray(z, float) ** 2)))


@misconception("sigmoid", look="the whole formula: which parts of it are in your code?")
def exponential_only(z):
    """You return the exponential alone: the fraction is missing."""
    return np.exp(-np.asarray(z, float))


@misconception("sigmoid", look="the whole formula: which parts of it are in your code?")
def inverse_exponential_only(z):
    """You return 1 over the exponential: the 1 in the denominator is missing."""
    return 1 / np.exp(-np.asarray(z, float))


@misconception("sigmoid", look="what makes an array of a single number")
def number_turned_into_an_array(z):
    """You turn a single number into an array of one element."""
    return reference.sigmoid(np.atleast_1d(z))


@misconception("sigmoid", look="what you do where z is very large")
def ends_swapped(z):
    """The two ends are swapped: very large z must give 1, very negative z must give 0."""
    z = np.asarray(z, float)
    return np.where(z > 100, 0.0, np.where(z < -100, 1.0, reference.sigmoid(z)))


@misconception("sigmoid", look="how many values should come out: as many as went in")
def summed_up(z):
    """You sum over the elements."""
    return np.sum(reference.sigmoid(z))


@prediction
def at_zero(t: Trial) -> float:
    return float(np.ravel(t.call("sigmoid", 0.0))[0])


@prediction
def far_left(t: Trial) -> str:
    try:
        value = float(np.ravel(t.call("sigmoid", -1000.0))[0])
    except Failure:
        return "error"
    return "nan" if math.isnan(value) else "zero" if value < 1e-6 else "one"


@prediction
def mirror(t: Trial) -> float:
    return float(np.ravel(t.call("sigmoid", 2.0))[0] + np.ravel(t.call("sigmoid", -2.0))[0])


@prediction
def bounds(t: Trial) -> str:
    # In floating point the ends are reached, so the tails are asked where they still can be told from them.
    tails = np.ravel(t.call("sigmoid", np.array([-20.0, -10.0, 10.0, 20.0])))
    return "signed" if tails.min() < -1e-9 else "open" if tails.min() > 0 and tails.max() < 1 else "closed"


@figure
def the_curve(t: Trial) -> Iterator[Figure]:
    z = np.linspace(-8, 8, 81)
    y = np.ravel(np.asarray(t.call("sigmoid", z), float))
    slope = y * (1 - y)
    yield Curves(
        "Your sigmoid, and its slope",
        (Series("sigmoid", tuple(y), tuple(z)), Series("slope", tuple(slope), tuple(z))),
        x_label="z",
    )
