"""Promises of q16: the same two derivatives, from formulas."""

import ast

import numpy as np

from tutor.checking.author import Failure, Misconception, Trial, check, misconception, prediction
from tutor.checking.compare import describe, number

TESTED = (
    "six random points with coordinates of both signs, from 0.5 to ten million in size, and one of whole "
    "numbers, to 12 digits; and that PyTorch has no part in it. Not tested: arrays as arguments, and whether "
    "the two values stand in the right order: they are equal for this z."
)

FUNCTION = "partial_derivatives_by_hand"


def point(t: Trial, size: float) -> tuple[float, float]:
    """A point of about this size whose coordinates and derivatives are not small."""
    x, y = t.rng.uniform(0.5, 4.0, 2) * size
    return float(x), float(-y if t.rng.random() < 0.5 and abs(x - y) > 0.3 * size else y)


def pair(got: object) -> tuple[float, float]:
    """The two numbers in `got`; Failure when it holds anything else."""
    if isinstance(got, np.ndarray):
        got = list(got.reshape(-1))
    if not isinstance(got, list | tuple) or len(got) != 2:
        raise NotAPair(
            f"`{FUNCTION}` returned {describe(got)}; two values are asked for.",
            "Look at the `Returns` part of the docstring: which two values, in which order?",
        )
    return one(got[0], "first"), one(got[1], "second")


class NotAPair(Failure):
    """Something else than two values."""


def one(value: object, which: str) -> float:
    """The number that `value` is; Failure when it is none."""
    if isinstance(value, np.ndarray) and value.size == 1:
        value = value.reshape(-1)[0]
    if isinstance(value, bool | complex) or not isinstance(value, int | float | np.number):
        raise Failure(
            f"The {which} value you return is {describe(value)}, not a number.", "What does it hold?"
        )
    return float(value)


def called(t: Trial, x: float, y: float) -> tuple[float, float]:
    """What the exercise returns at (x, y)."""
    try:
        got = t.call(FUNCTION, x, y)
    except Failure as failure:
        raise without_torch(t, failure) from None
    try:
        return pair(got)
    except NotAPair as failure:
        if isinstance(got, int | float):
            for item in SINGLE:
                if np.isclose(got, item(x, y), rtol=1e-4):
                    words = f"{item.sentence} {failure.seen}"
                    raise Failure(words, item.look, item.slug, seen=failure.seen) from None
        raise


def without_torch(t: Trial, failure: Failure) -> Failure:
    """The failure; where PyTorch was wanted, with the name of what it was wanted for."""
    raised = t.last.raised
    if raised is None or raised.type != "LeftOutError":
        return failure
    used = raised.message.partition("`")[2].partition("`")[0].rpartition(".")[2]
    differentiates = (
        raised.inside
        or used in DIFFERENTIATING
        or any(
            isinstance(node, ast.Attribute | ast.Name) and _name(node) in DIFFERENTIATING
            for node in ast.walk(t.tree)
        )
    )
    item = autograd_again if differentiates else torch_used
    return Failure(f"{item.sentence} {failure.seen}", item.look, item.slug, failure.line, failure.seen)


DIFFERENTIATING = frozenset({"autograd", "backward", "grad", "hessian", "jacobian", "jvp", "vjp"})


def _name(node: ast.Attribute | ast.Name) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id


def close(got: tuple[float, float], want: tuple[float, float], x: float, y: float) -> bool:
    """Whether two pairs agree to 12 digits of the numbers they are made of."""
    return bool(np.allclose(got, want, rtol=0, atol=1e-12 * (abs(x) + abs(y))))


def slope(x: float, y: float) -> float:
    """Either of the two derivatives (z is symmetric)."""
    return 2 * x + 2 * y


def judge(got: tuple[float, float], x: float, y: float, inexact: Misconception | None = None) -> None:
    """Raise Failure, with the mistake's name if one is known, unless `got` is exact at (x, y).

    `inexact` is what an inexact result means there: by default, a difference quotient.
    """
    want = slope(x, y), slope(x, y)
    if close(got, want, x, y):
        return
    seen = f"At ({number(x)}, {number(y)}) you return {number(got[0])} and {number(got[1])}."
    for item in BY_VALUE:
        if close(got, pair(item(x, y)), x, y):
            raise Failure(f"{item.sentence} {seen}", item.look, item.slug, seen=seen)
    raise relation(got, want, seen, inexact or difference_quotient)


def relation(got: tuple[float, float], want: tuple[float, float], seen: str, item: Misconception) -> Failure:
    """The Failure for values that no listed mistake gives."""
    if np.allclose(got, want, rtol=0.02):
        off = max(abs(g / w - 1) for g, w in zip(got, want, strict=True))
        seen = f"{seen} That is off by a relative {off:.1e}, where a formula is exact to about 1e-16."
        return Failure(f"{item.sentence} {seen}", item.look, item.slug, seen=seen)
    for k, right, wrong in ((0, "first", "second"), (1, "second", "first")):
        if np.isclose(got[k], want[k], rtol=1e-12):
            return Failure(
                f"The {right} derivative is right, the {wrong} is not. {seen}",
                "Go through the three terms of z once more, for that variable.",
                f"{wrong}-derivative-wrong",
                seen=seen,
            )
    factor = got[0] / want[0]
    if np.isclose(got[1] / want[1], factor, rtol=1e-9):
        return Failure(
            f"Both derivatives are the right ones times a factor of {factor:.4g}. {seen}",
            "Where does a 2 come from when a square is differentiated, and where in front of xy?",
            "constant-factor",
            seen=seen,
        )
    return Failure(seen, "Go term by term: what does each of the three contribute to each derivative?")


@check
def two_numbers(t: Trial) -> None:
    """partial_derivatives_by_hand(x, y) returns two numbers, and needs no PyTorch for them."""
    called(t, *point(t, 1.0))


@check
def values(t: Trial) -> None:
    """They are the partial derivatives of z, to the last digits."""
    for size in (1.0, 1.0, 30.0):
        x, y = point(t, size)
        judge(called(t, x, y), x, y)
    x, y = int(t.rng.integers(2, 6)), int(t.rng.integers(6, 9))
    judge(called(t, x, y), x, y)


@check
def large(t: Trial) -> None:
    """They stay exact at large numbers."""
    for size in (1e3, 1e6, 2.5e6):
        x, y = point(t, size)
        judge(called(t, x, y), x, y, difference_with_a_large_step)


@misconception(FUNCTION, look="the middle term: it contains both variables")
def square_terms_only(x, y):
    """Your derivatives are those of x² + y²: the term 2xy has been forgotten."""
    return 2 * x, 2 * y


@misconception(FUNCTION, look="the factor in front of xy")
def cross_term_counted_once(x, y):
    """Your derivatives are those of x² + xy + y²: xy counts twice in z."""
    return 2 * x + y, x + 2 * y


@misconception(FUNCTION, look="the sign of the middle term")
def cross_term_subtracted(x, y):
    """Your derivatives are those of x² - 2xy + y²: the term in the middle has the wrong sign."""
    return 2 * x - 2 * y, 2 * y - 2 * x


@misconception(
    FUNCTION, look="the middle term, seen by each variable: which letter is the constant, which one goes?"
)
def own_variable_in_the_cross_term(x, y):
    """From 2xy you keep the wrong letter: differentiating with respect to x takes the x away, not the y."""
    return 2 * x + 2 * x, 2 * y + 2 * y


@misconception(FUNCTION, look="the middle term: a constant factor stays when you differentiate")
def factor_of_the_cross_term_lost(x, y):
    """From 2xy only the 2 remains in your derivatives: the other variable is a constant factor, and stays."""
    return 2 * x + 2, 2 * y + 2


@misconception(FUNCTION, look="the middle term")
def cross_term_not_differentiated(x, y):
    """The term 2xy stands in your derivatives as it is: it has not been differentiated."""
    return 2 * x + 2 * x * y, 2 * y + 2 * x * y


@misconception(FUNCTION, look="the term that does not contain the variable at all")
def other_square_kept(x, y):
    """The square of the other variable is a constant: its derivative is 0, but you keep it."""
    return 2 * x + 2 * y + y**2, 2 * x + 2 * y + x**2


@misconception(FUNCTION, look="the term that does not contain the variable at all")
def other_square_differentiated(x, y):
    """You differentiate the other variable's square too: it is a constant, and its derivative is 0."""
    return 2 * x + 4 * y, 4 * x + 2 * y


@misconception(FUNCTION, look="the power rule: what happens to the exponent?")
def powers_not_lowered(x, y):
    """The exponents come down as factors but are not lowered: x² gives 2x² in your derivatives."""
    return 2 * x**2 + 2 * x * y, 2 * y**2 + 2 * x * y


@misconception(FUNCTION, look="the power rule: what happens to the exponent?")
def squares_not_lowered(x, y):
    """x² gives 2x² in your derivatives: the exponent has to be lowered, too."""
    return 2 * x**2 + 2 * y, 2 * y**2 + 2 * x


@misconception(FUNCTION, look="the power rule: the exponent becomes a factor")
def exponent_not_a_factor(x, y):
    """x² gives x in your derivatives: the exponent 2 has to become a factor."""
    return x + 2 * y, 2 * x + y


@misconception(FUNCTION, look="the term z is squared as a whole: the outer derivative brings a factor")
def half_of_the_slope(x, y):
    """Your derivatives are half of what they should be: a factor 2 is missing."""
    return x + y, x + y


@misconception(FUNCTION, look="how often each term is counted")
def twice_the_slope(x, y):
    """Both your derivatives are twice what they should be: something is counted twice, or both are added up."""
    return 4 * x + 4 * y, 4 * x + 4 * y


@misconception(FUNCTION, look="whether your function uses its arguments")
def hard_coded_point(x, y):
    """You return 10 and 10 everywhere: that is the answer at (2, 3) only."""
    return 10, 10


@misconception(FUNCTION, look="where the digits after the decimal point get lost")
def whole_numbers_only(x, y):
    """Your results are cut down to whole numbers."""
    return int(slope(x, y)), int(slope(x, y))


@misconception(FUNCTION, look="where the digits get lost; rounding is for printing")
def results_rounded(x, y):
    """Your results are rounded; they should be exact."""
    return round(slope(x, y), 2), round(slope(x, y), 2)


@misconception(FUNCTION, look="where the digits get lost; rounding is for printing")
def results_rounded_to_4_digits(x, y):
    """Your results are rounded to 4 digits after the point; they should be exact."""
    return round(slope(x, y), 4), round(slope(x, y), 4)


@misconception(FUNCTION, look="the step h: the quotient is near the slope, a formula is the slope")
def difference_quotient(x, y):
    """You approximate the slopes by a difference quotient; a formula would give all the digits."""
    h = 1e-5
    return ((x + h + y) ** 2 - (x + y) ** 2) / h, ((x + y + h) ** 2 - (x + y) ** 2) / h


@misconception(FUNCTION, look="the step: the difference of two large, nearly equal numbers loses its digits")
def difference_with_a_large_step(x, y):
    """You take a difference quotient: on a parabola a central one is nearly right, until the digits run out."""
    return ((x + 1 + y) ** 2 - (x - 1 + y) ** 2) / 2, ((x + y + 1) ** 2 - (x + y - 1) ** 2) / 2


@misconception(FUNCTION, look="the return line: z, or its derivatives?")
def z_instead_of_derivatives(x, y):
    """You return z itself."""
    return x**2 + 2 * x * y + y**2


@misconception(FUNCTION, look="what is added up at the end")
def derivatives_added_up(x, y):
    """You return the sum of the two partial derivatives; each is asked for by itself."""
    return 4 * x + 4 * y


@misconception(FUNCTION, look="the second line of `Returns` in the docstring: a pair")
def only_one_derivative(x, y):
    """You return one derivative only, where both are asked for."""
    return 2 * x + 2 * y


@misconception(FUNCTION, look="who differentiates here")
def autograd_again(x, y):
    """You let autograd differentiate again; this question asks for your own formulas."""
    import torch

    slopes = torch.func.grad(lambda x, y: x**2 + 2 * x * y + y**2, argnums=(0, 1))
    return slopes(torch.tensor(x), torch.tensor(y))


@misconception(FUNCTION, look="the two lines: ordinary arithmetic is enough, and keeps all sixteen digits")
def torch_used(x, y):
    """You compute with PyTorch's tensors, where your own formulas in plain numbers are asked for."""
    import torch

    return 2 * torch.tensor(x) + 2 * torch.tensor(y), 2 * torch.tensor(x) + 2 * torch.tensor(y)


SINGLE = (only_one_derivative, derivatives_added_up, z_instead_of_derivatives)
BY_VALUE = (
    square_terms_only,
    cross_term_counted_once,
    cross_term_subtracted,
    own_variable_in_the_cross_term,
    factor_of_the_cross_term_lost,
    cross_term_not_differentiated,
    other_square_kept,
    other_square_differentiated,
    powers_not_lowered,
    squares_not_lowered,
    exponent_not_a_factor,
    half_of_the_slope,
    twice_the_slope,
    hard_coded_point,
    whole_numbers_only,
    results_rounded,
    results_rounded_to_4_digits,
)
"""Misconceptions that are recognised by their values, whatever kind of numbers they come in."""


@prediction
def at_opposite(t: Trial) -> float:
    return pair(t.call(FUNCTION, 1.0, -1.0))[0]


@prediction
def when_doubled(t: Trial) -> float:
    once, twice = pair(t.call(FUNCTION, 1.5, 0.7)), pair(t.call(FUNCTION, 3.0, 1.4))
    return twice[0] / once[0]


@prediction
def difference(t: Trial) -> str:
    dx, dy = pair(t.call(FUNCTION, *point(t, 1.0)))
    return "equal" if np.isclose(dx, dy) else "opposite" if np.isclose(dx, -dy) else "unrelated"
