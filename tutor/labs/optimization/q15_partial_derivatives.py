"""Promises of q15: two partial derivatives, computed by autograd."""

from typing import Any

import numpy as np
import torch

from tutor.checking.author import Failure, Handle, Trial, check, misconception, prediction
from tutor.checking.compare import describe, is_tensor, number

TESTED = (
    "four random points with coordinates between 0.5 and 4 in size and of both signs, whole numbers, the same "
    "point twice, to 4 digits (autograd works in 32 bits); and, with autograd's results marked, that they are "
    "what you return, each from its own tensor. Not tested: tensors as arguments, points where z is huge."
)

FUNCTION = "partial_derivatives"
ENGINE_LINE = "What does autograd need before it can differentiate z?"


def point(t: Trial) -> tuple[float, float]:
    """A point whose coordinates and derivatives are far from 0 and from each other, and not near (2, 3)."""
    while True:
        x, y = (float(v) for v in t.rng.uniform(0.5, 4.0, 2))
        y = -y if t.rng.random() < 0.5 else y
        if abs(x + y) > 0.3 and abs(x - y) > 0.3 and int(x) + int(y) != 5:
            return x, y


def called(t: Trial, x: float, y: float) -> tuple[float, float]:
    """What the exercise returns at (x, y), as two numbers; Failure in words when it is anything else."""
    try:
        return pair(t.call(FUNCTION, x, y))
    except NotAPair as failure:
        raise name_single(t.last.value, x, y, failure) from None
    except Failure as failure:
        raised = t.last.raised
        told = next((item for item in ERRORS if raised and item[0] in raised.message), None)
        if told:
            raise Failure(f"{told[2]} {failure.seen}", told[3], told[1], failure.line, failure.seen) from None
        raise


def name_single(value: object, x: float, y: float, failure: Failure) -> Failure:
    """The failure with its mistake's name, if a single number was returned that is known."""
    if isinstance(value, str | dict | list | tuple | bool | Handle | None) or np.size(_plain(value)) != 1:
        return failure
    number_returned = float(_plain(value).reshape(-1)[0])
    for item in (only_one_derivative, derivatives_added_up, z_instead_of_derivatives):
        if np.isclose(number_returned, item(x, y), rtol=1e-4, atol=1e-4):
            return Failure(f"{item.sentence} {failure.seen}", item.look, item.slug, seen=failure.seen)
    return failure


ERRORS = (
    (
        "object has no attribute 'backward'",
        "numbers-not-made-tensors",
        "x and y arrive as plain numbers, and plain numbers have no memory to go back through.",
        "Make a tensor of each, asking for a gradient, before you compute z.",
    ),
    (
        "does not require grad",
        "gradient-not-asked-for",
        "No tensor that z is made of asks for a gradient (requires_grad), so there is nothing to go back to.",
        "How did question 14 create x?",
    ),
    (
        "backward through the graph a second time",
        "graph-already-used",
        "You go back through the same z twice, but its graph is thrown away after the first time.",
        "One backward pass gives both derivatives.",
    ),
    (
        "can be implicitly created only for scalar outputs",
        "z-is-not-one-number",
        "z has more than one element, so it has no single gradient.",
        "Which shape do your tensors have?",
    ),
)
"""Part of PyTorch's message, the slug, the sentence that names the mistake, what to look at."""


class NotAPair(Failure):
    """Something else than two values."""


def pair(got: object) -> tuple[float, float]:
    """The two derivatives in `got`: numbers or one-element tensors or arrays, in a sequence of length 2."""
    if is_tensor(got) or isinstance(got, np.ndarray):
        got = list(got.reshape(-1)) if got.size in (2, torch.Size([2, 1])) or np.prod(got.shape) == 2 else got
    if not isinstance(got, list | tuple) or len(got) != 2:
        raise NotAPair(
            f"`{FUNCTION}` returned {describe(got)}; two values are asked for.",
            "Look at the `Returns` part of the docstring: which two values, in which order?",
        )
    if (got[0] is None) != (got[1] is None):
        which = "first" if got[0] is None else "second"
        raise Failure(
            f"The {which} value you return is None, the other one is a derivative.",
            "Compare the lines that create the two tensors.",
            "only-one-asks-for-a-gradient",
        )
    return one(got[0], "first"), one(got[1], "second")


def one(value: object, which: str) -> float:
    """The number that `value` stands for."""
    seen = f"The {which} value you return is {describe(value)}."
    if value is None:
        raise Failure(
            f"The {which} value you return is None: no derivative has arrived in that `grad`.",
            "Did this tensor ask for a gradient, and has `backward` been called before you read it?",
            "backward-forgotten",
        )
    if isinstance(value, tuple | list):
        raise Failure(
            f"{seen} It should be a number: `torch.autograd.grad` always returns a tuple.",
            "Take the derivative out of it.",
            "tuple-not-unpacked",
        )
    if isinstance(value, str | dict | bool | Handle | complex) or np.size(_plain(value)) != 1:
        raise Failure(f"{seen} A number or a one-element tensor is asked for.", "What does it hold?")
    return float(_plain(value).reshape(-1)[0])


def _plain(value: object) -> np.ndarray:
    return value.detach().numpy() if is_tensor(value) else np.asarray(value)


def close(got: tuple[float, float], want: tuple[float, float], x: float, y: float) -> bool:
    """Whether two pairs agree to the precision of 32-bit numbers of this size."""
    return bool(np.allclose(got, want, rtol=1e-4, atol=2e-5 * (abs(x) + abs(y) + 1)))


def slope(x: float, y: float) -> float:
    """Either of the two derivatives (z is symmetric)."""
    return 2 * x + 2 * y


def judge(got: tuple[float, float], x: float, y: float) -> None:
    """Raise Failure, with the mistake's name if one is known, unless `got` is right at (x, y)."""
    want = slope(x, y), slope(x, y)
    if close(got, want, x, y):
        return
    seen = f"At ({number(x)}, {number(y)}) you return {number(got[0])} and {number(got[1])}."
    for item in BY_VALUE:
        if close(got, pair(item(x, y)), x, y):
            raise Failure(f"{item.sentence} {seen}", item.look, item.slug, seen=seen)
    raise Failure(*_relation(got, want, x, y, seen))


def _relation(got, want, x, y, seen):
    for k, which, other in ((0, "first", "second"), (1, "second", "first")):
        if close((got[k], want[k]), want, x, y):
            return (
                f"The {which} derivative is right, the {other} is not. {seen}",
                "Compare how the two variables take part in z, term by term.",
                f"{other}-derivative-wrong",
            )
    factor = got[0] / want[0]
    if np.allclose(got, want, rtol=0.02):
        return (
            f"{difference_quotient.sentence} {seen}",
            difference_quotient.look,
            difference_quotient.slug,
        )
    if abs(got[1] / want[1] - factor) < 1e-4 * abs(factor):
        return (
            f"Both derivatives are {factor:.4g} times what they should be. {seen}",
            "Is z the formula of the statement, and is it differentiated once?",
            "constant-factor",
        )
    return seen, "Differentiate by hand at this point and compare.", None


@check
def two_values(t: Trial) -> None:
    """partial_derivatives(x, y) returns two numbers."""
    called(t, *point(t))


@check
def again(t: Trial) -> None:
    """A second call with the same numbers gives the same derivatives."""
    x, y = point(t)
    first, second = called(t, x, y), called(t, x, y)
    if close(second, first, x, y):
        return
    seen = f"First you return {number(first[0])} and {number(first[1])}, then {number(second[0])} and {number(second[1])}."
    raise Failure(
        f"Something is left over from one call to the next. {seen}",
        "Where are your tensors created, and what does `backward` do with a `grad` that is already there?",
        "gradients-accumulate",
        seen=seen,
    )


@check
def values(t: Trial) -> None:
    """They are the partial derivatives of z with respect to x and to y, at any point."""
    for _ in range(3):
        x, y = point(t)
        judge(called(t, x, y), x, y)
    whole_numbers(t, int(t.rng.integers(2, 6)), int(t.rng.integers(6, 9)))


def whole_numbers(t: Trial, x: int, y: int) -> None:
    """Judge at a point of whole numbers; a tensor made of them carries no gradient, which is only remarked."""
    try:
        got = called(t, x, y)
    except Failure:
        if t.last.raised is None or "floating point" not in t.last.raised.message:
            raise
        t.remark(
            "whole-numbers-refused",
            f"`{FUNCTION}({x}, {y})` stops, because a tensor of whole numbers cannot carry a gradient; "
            "with float(x), or a dtype, your function would take any number.",
        )
        return
    judge(got, x, y)


@check
def autograd(t: Trial) -> None:
    """The values returned come from autograd, each from the tensor it belongs to."""
    x, y = point(t)
    marks = Marks(t.rng, x, y)
    t.answer(marks)
    t.public("watch")
    got, failure, raised = None, None, None
    try:
        got = called(t, x, y)
    except Failure as stopped:
        failure, raised = stopped, t.last.raised
    finally:
        t.public("release")
    if not marks.seen:
        raise Failure(
            "Autograd has not differentiated anything while your function ran: the values are right, but they "
            "come from a formula or a difference, not from autograd.",
            "Which line of yours would still be right if z were another function?",
            "formula-instead-of-autograd",
            seen="Autograd has not differentiated anything while your function ran.",
        )
    if not any(marks.of_z.values()):
        seen = f"What autograd differentiated {marks.seen[0]}."
        raise Failure(
            f"{seen} The values are right, but they come from a formula, not from autograd.",
            "Of what do you call `backward`, and what do you return?",
            "formula-instead-of-autograd",
            seen=seen,
        )
    # An answer that checks itself stops at a result that it does not expect: it has looked at autograd's.
    if failure is None:
        judge_marks(got, marks)
    elif raised is None or raised.phase != "call":
        raise failure


class Marks:
    """Answers, from here, each differentiation in the exercise's process with factors for its results."""

    def __init__(self, rng: np.random.Generator, x: float, y: float) -> None:
        self.rng, self.x, self.y = rng, x, y
        self.z, self.slope = (x + y) ** 2, slope(x, y)
        self.seen: list[str] = []
        """Of each thing that was differentiated, why it is not z."""
        self.of_z: dict[str, list[float]] = {"x": [], "y": [], "": []}
        """The derivatives of z with respect to x, to y, and to what cannot be told, as they were handed out."""

    def __call__(self, values: list[float], told: list[Any], bends: Any) -> list[list[float]]:
        """Factors for each slope of each leaf; `told` holds the values of a leaf and its slopes."""
        straight = bends is not None and not any(abs(bend) > 1 for leaf in bends for bend in leaf)
        self.seen.append(self._why_not_z(sum(values), straight))
        factors = [[float(f) for f in self.rng.uniform(2, 9, max(1, len(s or [])))] for _, s in told]
        if self.seen[-1]:
            return factors
        for (points, slopes), marks in zip(told, factors, strict=True):
            places = points if len(points) == len(slopes or []) else [None] * len(slopes or [])
            for place, found, mark in zip(places, slopes or [], marks, strict=True):
                if np.isclose(found, self.slope, rtol=1e-4):
                    self.of_z[self._name(place)].append(found * mark)
        return factors

    def _why_not_z(self, value: float, straight: bool) -> str:
        """What tells a thing from z: its value, or that it is a straight line; empty if it may be z."""
        if not np.isclose(value, self.z, rtol=1e-4):
            return f"has the value {number(value)} at this point; z has {number(self.z)}"
        return "is a straight line; z is not" if straight else ""

    def _name(self, place: float | None) -> str:
        if place is None:
            return ""
        return (
            "x"
            if np.isclose(place, self.x, rtol=1e-5)
            else "y"
            if np.isclose(place, self.y, rtol=1e-5)
            else ""
        )

    def holds(self, value: float, name: str) -> bool:
        """Whether a value is a derivative of z with respect to `name`, as it left autograd."""
        return any(np.isclose(value, each, rtol=1e-4) for each in (*self.of_z[name], *self.of_z[""]))


def judge_marks(got: tuple[float, float], marks: Marks) -> None:
    """Read from the marked derivatives where the values come from."""
    if marks.holds(got[0], "x") and marks.holds(got[1], "y"):
        return
    if marks.holds(got[0], "y") and marks.holds(got[1], "x"):
        raise Failure(
            "You return the derivative with respect to y first. The two happen to be equal for this z, but each "
            "has its place.",
            "Which tensor's `grad` is ∂z/∂x?",
            "derivatives-swapped",
            seen="The two happen to be equal for this z, but each has its place.",
        )
    for name in ("x", "y"):
        if marks.holds(got[0], name) and marks.holds(got[1], name):
            raise Failure(
                f"Both values are the derivative with respect to {name}. The two happen to be equal for this z, but "
                "the other one is asked for, too.",
                "Of which tensor do you read the `grad`?",
                "same-derivative-twice",
                seen=f"Both values are the derivative with respect to {name}.",
            )
    raise Failure(
        "Autograd differentiates z, but what you return comes from a formula, not from autograd.",
        "Where does `backward` leave its results, and what do you return?",
        "formula-instead-of-autograd",
    )


def by_autograd(z, x, y):
    """The derivatives of another z by autograd, for the misconceptions."""
    x = torch.tensor(float(x), requires_grad=True)
    y = torch.tensor(float(y), requires_grad=True)
    z(x, y).backward()
    return [0.0 if v.grad is None else v.grad.item() for v in (x, y)]


@misconception(FUNCTION, look="the middle term of z, which both variables share")
def cross_term_forgotten(x, y):
    """Your derivatives are those of x² + y²: the term 2xy is missing, or autograd cannot see it."""
    return by_autograd(lambda x, y: x**2 + y**2, x, y)


@misconception(FUNCTION, look="the factor in front of xy")
def cross_term_counted_once(x, y):
    """Your derivatives are those of x² + xy + y²: xy counts twice in z."""
    return by_autograd(lambda x, y: x**2 + x * y + y**2, x, y)


@misconception(FUNCTION, look="the sign of the middle term")
def cross_term_subtracted(x, y):
    """Your derivatives are those of x² - 2xy + y²: the term in the middle has the wrong sign."""
    return by_autograd(lambda x, y: x**2 - 2 * x * y + y**2, x, y)


@misconception(FUNCTION, look="what you build z from: x.item(), float(x) and detached tensors leave no trace")
def cross_term_half_seen(x, y):
    """In the term 2xy autograd sees y only: x stands there as a plain number (x.item() or detached)."""
    return by_autograd(lambda x, y: x**2 + 2 * x.item() * y + y**2, x, y)


@misconception(FUNCTION, look="what you build z from: y.item(), float(y) and detached tensors leave no trace")
def cross_term_half_seen_by_x(x, y):
    """In the term 2xy autograd sees x only: y stands there as a plain number (y.item() or detached)."""
    return by_autograd(lambda x, y: x**2 + 2 * x * y.item() + y**2, x, y)


@misconception(FUNCTION, look="the squares in z")
def product_term_only(x, y):
    """Your derivatives are those of 2xy alone: the squares are missing."""
    return by_autograd(lambda x, y: 2 * x * y, x, y)


@misconception(FUNCTION, look="how often z is differentiated before you read the gradients")
def backward_twice(x, y):
    """Both derivatives are twice what they should be: gradients of two backward passes have added up."""
    return [2 * slope(x, y)] * 2


@misconception(FUNCTION, look="what is added up at the end")
def derivatives_added_up(x, y):
    """You return the sum of the two partial derivatives; each is asked for by itself."""
    return 2 * slope(x, y)


@misconception(FUNCTION, look="the return line: the inputs, or what `backward` left in them?")
def inputs_returned(x, y):
    """You return the inputs x and y themselves instead of the derivatives."""
    return float(x), float(y)


@misconception(FUNCTION, look="whether your function uses its arguments")
def hard_coded_point(x, y):
    """You return 10 and 10 everywhere: that is the answer at (2, 3) only."""
    return 10.0, 10.0


@misconception(FUNCTION, look="where the values after the decimal point get lost")
def whole_numbers_only(x, y):
    """Your inputs or results are cut down to whole numbers on the way."""
    return by_autograd(lambda x, y: (x + y) ** 2, int(x), int(y))


@misconception(FUNCTION, look="the step h: however small, the quotient is only near the slope")
def difference_quotient(x, y):
    """You approximate the slopes by a difference quotient instead of letting autograd find them."""
    return (slope(x, y) + 1e-3,) * 2


@misconception(FUNCTION, look="the return line: z, or its derivatives?")
def z_instead_of_derivatives(x, y):
    """You return z itself."""
    return (x + y) ** 2


@misconception(FUNCTION, look="the second line of `Returns` in the docstring: a pair")
def only_one_derivative(x, y):
    """You return one derivative only, where both are asked for."""
    return slope(x, y)


@misconception(FUNCTION, look="the step between computing z and reading the gradients")
def backward_forgotten(x, y):
    """You read the gradients before anything has been differentiated: they are still None."""
    return None, None


@misconception(FUNCTION, look="the two lines that create the tensors")
def only_one_asks_for_a_gradient(x, y):
    """Only one of the two tensors asks for a gradient, so nothing arrives in the other one."""
    return slope(x, y), None


@misconception(
    FUNCTION, look="where the tensors live, and what is in their `grad` when the second call begins"
)
def gradients_accumulate(x, y, _kept=[]):  # noqa: B006 (what is shared between calls is the mistake)
    """Your tensors outlive the call, so each call adds its gradient to the ones before."""
    if not _kept:
        _kept.extend(torch.tensor(0.0, requires_grad=True) for _ in range(2))
    with torch.no_grad():
        _kept[0].fill_(float(x))
        _kept[1].fill_(float(y))
    (_kept[0] ** 2 + 2 * _kept[0] * _kept[1] + _kept[1] ** 2).backward()
    return _kept[0].grad.item(), _kept[1].grad.item()


@misconception(FUNCTION, look="which of your lines would have to change if z were another function")
def formula_instead_of_autograd(x, y):
    """You return what a formula gives; autograd has no part in it."""
    return 2.0 * x + 2.0 * y, 2.0 * x + 2.0 * y


@misconception(FUNCTION, look="whose `grad` is read for the second value")
def same_derivative_twice(x, y):
    """You return the derivative with respect to one variable twice."""
    found = by_autograd(lambda x, y: x**2 + 2 * x * y + y**2, x, y)
    return found[0], found[0]


@misconception(FUNCTION, look="the order of the two values")
def derivatives_swapped(x, y):
    """You return the derivative with respect to y first."""
    found = by_autograd(lambda x, y: x**2 + 2 * x * y + y**2, x, y)
    return found[1], found[0]


BY_VALUE = (
    cross_term_forgotten,
    cross_term_counted_once,
    cross_term_subtracted,
    cross_term_half_seen,
    cross_term_half_seen_by_x,
    product_term_only,
    backward_twice,
    inputs_returned,
    hard_coded_point,
    whole_numbers_only,
)
"""Misconceptions that are recognised by their values, whatever kind of numbers they come in."""


@prediction
def dz_dx(t: Trial) -> float:
    return pair(t.call(FUNCTION, 2.0, 3.0))[0]


@prediction
def dz_dy(t: Trial) -> float:
    return pair(t.call(FUNCTION, 2.0, 3.0))[1]


@prediction
def moves(t: Trial) -> str:
    before, after = pair(t.call(FUNCTION, 2.0, 3.0)), pair(t.call(FUNCTION, 2.0, 4.0))
    moved = tuple(abs(b - a) > 1e-3 for b, a in zip(before, after, strict=True))
    return {(True, True): "both", (False, True): "second", (True, False): "first"}.get(moved, "none")


@prediction
def again_same(t: Trial) -> str:
    first, second = pair(t.call(FUNCTION, 2.0, 3.0)), pair(t.call(FUNCTION, 2.0, 3.0))
    return "same" if close(second, first, 2.0, 3.0) else "doubled"
