"""Promises of q07: a gradient check that notices mistakes."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
from scipy.optimize import approx_fprime, check_grad

from tutor.checking.author import (
    Failure,
    Figure,
    Table,
    Trial,
    check,
    describe,
    misconception,
    prediction,
    solution,
)
from tutor.checking.author import figure as drawing
from tutor.checking.compare import shape_of

reference = solution(__file__)
right_loss = solution(__file__, "q05_loss").compute_loss
right_gradient = solution(__file__, "q06_gradient").compute_gradient

TESTED = (
    "The right gradient (error below 0.002) and, underneath your check, gradients with a wrong factor, a wrong "
    "sign, a missing mean, one wrong entry, mistakes that cancel, mistakes only at some weights or for some data, "
    "and a foreign loss; random data with n and d between 4 and 20. Not tested: mistakes below 5 %."
)

SMALL, LARGE = 2e-3, 5e-3


def sample(rng: np.random.Generator, n: int = 17, d: int = 5) -> tuple[Any, Any, Any]:
    """Random data with both classes and random weights; moderate logits, where quotients are exact enough."""
    X = rng.normal(size=(n, d)) + rng.uniform(-0.5, 0.5, d)
    w = rng.normal(size=d)
    w *= min(1.0, 3 / np.max(np.abs(X @ w)))
    return X, rng.permutation(np.arange(n) % 3 == 0).astype(int), w


class Gradient:
    """The gradient underneath the exercise: right, or with a mistake of a known kind and a random size.

    It answers from here. The exercise is given its numbers, and can tell what they are worth by checking them.
    """

    def __init__(self, rng: np.random.Generator) -> None:
        self.mistake: Callable[[Any, Any, Any, Any], Any] = right
        self.rng = rng

    def __call__(self, X: Any, y: Any, w: Any) -> Any:
        return self.mistake(measured(X, y, w), np.asarray(X), y, np.asarray(w))

    def choose(self, kind: str) -> None:
        """From now on make the mistake called `kind`, of a size drawn anew."""
        self.mistake = MISTAKES[kind](float(self.rng.uniform(0.8, 1.25)))


def right(slopes: Any, X: Any, y: Any, w: Any) -> Any:
    """No mistake."""
    return slopes


MISTAKES: dict[str, Callable[[float], Callable[[Any, Any, Any, Any], Any]]] = {
    "right": lambda size: right,
    "a little off": lambda size: lambda g, X, y, w: (1 + 0.05 * size) * g,
    "far off": lambda size: lambda g, X, y, w: 10 * size * g,
    "sign": lambda size: lambda g, X, y, w: -g,
    "not averaged": lambda size: lambda g, X, y, w: len(y) * g,
    "last weight": lambda size: lambda g, X, y, w: g + 5 * size * (np.arange(len(g)) == len(g) - 1),
    "cancelling": lambda size: lambda g, X, y, w: g + 5 * size * opposite_ends(len(g)),
    "penalty": lambda size: lambda g, X, y, w: g + 2 * size * w,
    "far away": lambda size: lambda g, X, y, w: g + 5 * size * (w[0] > 30),
    "marked data": lambda size: lambda g, X, y, w: g + 5 * size * (X[0, 0] == MARK),
}
MARK = 1.25


def opposite_ends(d: int) -> Any:
    """1 at the first of d places, -1 at the last."""
    ends = np.zeros(d)
    ends[0], ends[-1] = 1.0, -1.0
    return ends


def measured(X: Any, y: Any, w: Any) -> Any:
    """Two-sided difference quotients, 1e-7 too large: small, yet no check can mistake them for its own."""
    steps = 1e-6 * np.eye(len(w))
    return np.array([(right_loss(X, y, w + e) - right_loss(X, y, w - e)) / 2e-6 for e in steps]) + 1e-7


def squared_error(X: Any, y: Any, w: Any) -> float:
    """Another loss, whose gradient is not the one in use."""
    return float(np.mean((np.asarray(X) @ np.asarray(w) - y) ** 2))


def underneath(t: Trial) -> tuple[Trial, Gradient]:
    """The exercise on top of a gradient, and that gradient."""
    gradient = Gradient(t.rng)
    return t.replace("q06_gradient", "compute_gradient", gradient), gradient


def mixed(t: Trial, kinds: Iterable[str]) -> list[str]:
    """The kinds in random order with right gradients in between: their place tells nothing."""
    found = [*kinds, *["right"] * int(t.rng.integers(1, 3))]
    t.rng.shuffle(found)
    return found


def worst_error(t: Trial, X: Any, y: Any, w: Any) -> float:
    """The largest of a few errors: a check along random directions may overlook a mistake once."""
    worst = error_of(t, X, y, w)
    for k in (1, 2, 3):
        error = error_of(t, X, y, w, seed=t.seed + k)
        if error == worst:
            break
        worst = max(worst, error)
    return worst


def error_of(t: Trial, X: Any, y: Any, w: Any, seed: int | None = None) -> float:
    """The learner's error as a number, once its kind is accepted."""
    got = t.call("gradient_check", X, y, w, seed=seed, mutates=True, none_ok=True)
    unchanged(t, (X, y, w))
    if isinstance(got, np.ndarray | list) and np.prod(shape_of(got) or (0,)) == 1:
        t.remark(
            "one-element-array", "The error is an array with one element; a plain number is simpler to print."
        )
        got = np.ravel(got)[0]
    if isinstance(got, bool | np.bool_):
        raise Failure(
            f"`gradient_check` returned {bool(got)}: a verdict, where the size of the error is asked for.",
            "Return the number and leave the judgement to the reader.",
            "a-verdict-instead-of-the-error",
        )
    if not isinstance(got, int | float | np.number):
        refuse_kind(t, got, X, y, w)
    if got < -1e-12:
        raise Failure(
            f"`gradient_check` returned {float(got):.3g}: an error cannot be negative.",
            "Differences with a sign cancel when they are added: measure a length, or take absolute values.",
            "signed-difference",
        )
    return float(got)


def refuse_kind(t: Trial, got: Any, X: Any, y: Any, w: Any) -> None:
    """Say what was returned instead of a number."""
    if got is None:
        asserts = any(isinstance(node, ast.Assert) for node in ast.walk(t.tree))
        raise Failure(
            "`gradient_check` returned None: "
            + (
                "an `assert` keeps the error to itself."
                if asserts
                else "nobody can use an error that is not returned."
            ),
            "Did you forget `return`? Return the error itself, besides printing it if you like.",
            "nothing-returned",
        )
    if isinstance(got, np.ndarray) and got.shape == w.shape:
        its_gradient = np.allclose(got, right_gradient(X, y, w), atol=1e-4)
        raise Failure(
            "`gradient_check` returned "
            + ("the gradient itself" if its_gradient else "one value for each weight")
            + "; a single number is asked for: how far the two gradients are apart.",
            "What single number says how long a vector of differences is?",
            "returns-the-gradient" if its_gradient else "one-value-for-each-weight",
        )
    raise Failure(
        f"`gradient_check` returned {describe(got)}, not a number.", "Return the error alone, as a float."
    )


def unchanged(t: Trial, given: tuple[Any, ...]) -> None:
    """Weights nudged in place and put back are fine to rounding; left nudged they are not."""
    after = t.last.arguments[0] if isinstance(t.last.arguments, list) else given
    for name, before, now in zip("Xyw", given, after, strict=False):
        if (
            not isinstance(now, np.ndarray)
            or now.shape != before.shape
            or not np.allclose(now, before, atol=1e-9)
        ):
            raise Failure(
                f"`gradient_check` changed its argument `{name}` in place and did not put it back.",
                "Nudge a copy: `w.copy()`.",
                "mutated-input",
            )


def large(t: Trial, error: float, right: float, seen: str, help: str, slug: str | None = None) -> None:
    """Require that a mistake shows in the error."""
    if np.isfinite(error) and error > max(LARGE, 20 * right):
        return
    if error == right == 0 and slug == "pasted-gradient":
        raise Failure(
            f"{seen} your error is still exactly 0.", "Are two different things compared?", "always-zero"
        )
    moved = "your error did not move" if abs(error - right) < 1e-6 else "your error hardly moved"
    raise Failure(f"{seen} {moved}: {error:.3g} after {right:.3g}.", help, slug)


@check
def small_when_right(t: Trial) -> None:
    """The error of a right gradient is a single number close to 0, at random weights."""
    for n, d in ((17, 5), (6, 9)):
        X, y, w = sample(t.rng, n, d)
        error = error_of(t, X, y, w)
        name_the_slopes(error, right_gradient(X, y, w))
        t.require(
            bool(np.isfinite(error)) and error < SMALL,
            f"With a right gradient your error is {error:.3g}, for n = {n} and d = {d}; "
            "it should be far below 0.002.",
            "Are both gradients taken at the same point `w`? Which function comes first? Is the step small enough?",
        )


def name_the_slopes(error: float, gradient: Any) -> None:
    """Recognise the length of the gradient, or what nudging all weights at once leaves."""
    if abs(error - np.linalg.norm(gradient)) < 1e-4:
        raise Failure(
            f"Your error, {error:.4g}, is the length of the gradient itself: the slopes you compare it with are "
            "missing, or 0, or twice too large.",
            "By what is the difference of the two losses divided? By the distance of the two points: the step.",
            "slopes-not-divided-by-the-step",
        )
    if abs(error - np.linalg.norm(gradient - gradient.sum())) < 1e-4:
        raise Failure(
            f"Your error is {error:.4g}: you nudge all weights at once and compare one number with every slope.",
            "Nudge one weight at a time: a vector that is 0 everywhere but at one index.",
            "nudges-all-weights-at-once",
        )


@check
def sees_the_gradient(t: Trial) -> None:
    """With a wrong gradient in `q06_gradient` the error becomes large."""
    X, y, w = sample(t.rng)
    below, gradient = underneath(t)
    errors: dict[str, float] = {}
    for kind in ["right", *mixed(t, WRONG)]:
        gradient.choose(kind)
        found = error_with(below, X, y, w)
        errors[kind] = max(found, errors.get(kind, 0.0)) if kind == "right" else found
    fine = errors.pop("right")
    slug, help = suspicion({kind: abs(errors[kind] - fine) < 1e-5 for kind in WRONG})
    for kind, words in WRONG.items():
        large(t, errors[kind], fine, f"We put a gradient underneath that is {words}, and", help, slug)


WRONG = {
    "far off": "about ten times too large",
    "sign": "of the opposite sign",
    "not averaged": "a sum, not a mean",
}


def error_with(below: Trial, X: Any, y: Any, w: Any) -> float:
    """The learner's error with a mistake underneath; raising is no way to tell it."""
    try:
        return worst_error(below, X, y, w)
    except Failure as failure:
        if not below.last.raised or below.last.raised.phase != "call":
            raise
        raise Failure(
            f"With a wrong gradient underneath, `gradient_check` raises {below.last.raised.type} "
            "instead of returning its error.",
            "Return the number whatever its size; leave the judgement to the reader.",
            "asserts-instead-of-returning",
            failure.line,
        ) from None


def suspicion(unmoved: dict[str, bool]) -> tuple[str, str]:
    """What is probably the matter, from which mistakes left the error unmoved."""
    if all(unmoved.values()):
        return "pasted-gradient", "Is `compute_gradient` the one you import, or a copy in this file?"
    if unmoved["sign"]:
        return (
            "compares-lengths-only",
            "Two vectors of the same length may point anywhere: measure their difference.",
        )
    if unmoved["far off"]:
        return "blind-to-the-size", "Do you compare lengths, or only directions?"
    return "signed-difference", "Differences with a sign cancel when they are added or averaged."


@check
def sees_the_loss(t: Trial) -> None:
    """With another loss in `q05_loss` the error becomes large."""
    X, y, w = sample(t.rng)
    right = error_of(t, X, y, w)
    below = t.replace("q05_loss", "compute_loss", squared_error)
    large(
        t,
        worst_error(below, X, y, w),
        right,
        "We put another loss underneath, whose slopes your gradient does not have, and",
        "Is `compute_loss` the one you import, or a copy in this file?",
        "pasted-loss",
    )


@check
def every_weight(t: Trial) -> None:
    """A mistake in a single entry of the gradient shows, and mistakes do not cancel."""
    X, y, w = sample(t.rng, 13, 6)
    below, gradient = underneath(t)
    errors: dict[str, float] = {}
    for kind in mixed(t, ("last weight", "cancelling")):
        gradient.choose(kind)
        errors[kind] = worst_error(below, X, y, w)
    fine = errors["right"]
    large(
        t,
        errors["last weight"],
        fine,
        "We put a gradient underneath whose last entry alone is wrong, and",
        "Which entries does your check look at?",
        "not-every-weight",
    )
    large(
        t,
        errors["cancelling"],
        fine,
        "We put a gradient underneath whose first entry is too large and whose last is as much too small, and",
        "Differences with a sign cancel when they are added or averaged.",
        "signed-difference",
    )


@check
def given_point(t: Trial) -> None:
    """The two are compared at the point `w` that is given."""
    X, y, w = sample(t.rng)
    X[:, 0] *= 0.01
    below, gradient = underneath(t)
    far = w.copy()
    far[0] = float(t.rng.uniform(31, 40))
    fine = max(error_of(below, X, y, w), error_of(below, X, y, far))
    gradient.choose("penalty")
    large(
        t,
        worst_error(below, X, y, w),
        fine,
        "We put a gradient underneath that is right at w = 0 only, and",
        "At which point do you compare? The caller gives `w`.",
        "checks-at-zero",
    )
    gradient.choose("far away")
    near = error_of(below, X, y, w)
    large(
        t,
        worst_error(below, X, y, far),
        near,
        "We put a gradient underneath that is wrong only where w[0] > 30, gave such a `w`, and",
        "Is the `w` you were given used, or another one?",
        "ignores-w",
    )


@check
def given_data(t: Trial) -> None:
    """The two are compared on the data that are given."""
    X, y, w = sample(t.rng, 12, 4)
    marked = X.copy()
    marked[0, 0] = MARK
    below, gradient = underneath(t)
    gradient.choose("marked data")
    large(
        t,
        worst_error(below, marked, y, w),
        error_of(below, X, y, w),
        "We put a gradient underneath that is wrong only for certain data, gave these, and",
        "Are the `X` and `y` you were given used, or others?",
        "ignores-the-data",
    )


@check
def graded(t: Trial) -> None:
    """A larger mistake gives a larger error."""
    X, y, w = sample(t.rng, 19, 4)
    below, gradient = underneath(t)
    errors: dict[str, float] = {}
    for kind in mixed(t, ("a little off", "far off")):
        gradient.choose(kind)
        errors[kind] = error_of(below, X, y, w)
    fine, little, far = (errors[kind] for kind in ("right", "a little off", "far off"))
    if little > 2 * fine and far > 1.2 * little:
        return
    if little == far:
        raise Failure(
            f"Your error is {little:.3g} for a small mistake and for a large one: a verdict, not a size.",
            "Return the number that you compare with a tolerance, and leave the judgement to the reader.",
            "a-verdict-as-a-number",
        )
    raise Failure(
        f"Your error is {fine:.3g} for a right gradient, {little:.3g} for one that is about 5 % too large, and {far:.3g} "
        "for one that is about ten times too large: it does not grow with the mistake.",
        "Do you measure a length, or only a direction? Is something rounded or cut off?",
        "blind-to-the-size",
    )


def _functions() -> tuple[Any, Any]:
    """The loss and the gradient that are in use: a misconception, too, sees what is put underneath."""
    from q05_loss import compute_loss  # type: ignore[import-not-found]
    from q06_gradient import compute_gradient  # type: ignore[import-not-found]

    return compute_loss, compute_gradient


def _error(X: Any, y: Any, w: Any) -> float:
    loss, gradient = _functions()
    return float(check_grad(lambda v: loss(X, y, v), lambda v: gradient(X, y, v), w))


@misconception("gradient_check", look="what the function hands back: `print` and `assert` are no `return`")
def nothing_returned(X, y, w):
    """You check, but return nothing, so the error is lost."""
    print(_error(X, y, w))


@misconception("gradient_check", look="the `assert`: it stops the program where a number is asked for")
def asserts_instead_of_returning(X, y, w):
    """You assert that the error is small, so a wrong gradient raises instead of giving its error."""
    error = _error(X, y, w)
    assert error < 1e-4
    return error


@misconception("gradient_check", look="what a reader can do with True or False")
def a_verdict_instead_of_the_error(X, y, w):
    """You return a verdict, right or wrong, instead of the size of the error."""
    return _error(X, y, w) < 1e-4


@misconception("gradient_check", look="the comparison with a tolerance: it throws the size of the error away")
def a_verdict_as_a_number(X, y, w):
    """You return 0 or 1, right or wrong, instead of the size of the error."""
    return 1.0 if _error(X, y, w) > 1e-4 else 0.0


@misconception("gradient_check", look="which of the two functions is a number and which a vector")
def functions_swapped(X, y, w):
    """You give `check_grad` the gradient first and the loss second."""
    loss, gradient = _functions()
    return float(check_grad(lambda v: gradient(X, y, v), lambda v: loss(X, y, v), w))


@misconception("gradient_check", look="where `compute_gradient` comes from in this file")
def pasted_gradient(X, y, w):
    """You check a copy of the gradient, not the one you import."""
    loss, _ = _functions()
    return float(check_grad(lambda v: loss(X, y, v), lambda v: right_gradient(X, y, v), w))


@misconception("gradient_check", look="where `compute_loss` comes from in this file")
def pasted_loss(X, y, w):
    """You measure the slopes of a copy of the loss, not of the one you import."""
    _, gradient = _functions()
    return float(check_grad(lambda v: right_loss(X, y, v), lambda v: gradient(X, y, v), w))


@misconception("gradient_check", look="the two things you compare: one must come from the loss")
def always_zero(X, y, w):
    """Your error is always 0, as if the gradient were compared with itself."""
    return 0.0


@misconception("gradient_check", look="what is compared: two gradients, or one with nothing?")
def returns_the_gradient(X, y, w):
    """You return the gradient itself; the error is how far it is from the measured slopes."""
    return _functions()[1](X, y, w)


@misconception("gradient_check", look="how a vector of differences becomes one number")
def one_value_for_each_weight(X, y, w):
    """You return one difference for each weight; a single number is asked for."""
    loss, gradient = _functions()
    return np.abs(approx_fprime(w, lambda v: loss(X, y, v), 1e-6) - gradient(X, y, w))


@misconception("gradient_check", look="what happens to a difference of +5 and one of -5 when they are added")
def signed_difference(X, y, w):
    """You add differences with their sign, so that they cancel or become negative."""
    loss, gradient = _functions()
    return float(np.sum(approx_fprime(w, lambda v: loss(X, y, v), 1e-6) - gradient(X, y, w)))


@misconception("gradient_check", look="the loop over the weights: which entries does it visit?")
def not_every_weight(X, y, w):
    """You look at the first weight only."""
    loss, gradient = _functions()
    step = 1e-5 * (np.arange(len(w)) == 0)
    return float(abs((loss(X, y, w + step) - loss(X, y, w - step)) / 2e-5 - gradient(X, y, w)[0]))


@misconception("gradient_check", look="what the difference of the two losses is divided by")
def slopes_not_divided_by_the_step(X, y, w):
    """You take differences of the loss for slopes: they are to be divided by the length of the step."""
    loss, gradient = _functions()
    differences = np.array([loss(X, y, w + e) - loss(X, y, w - e) for e in 1e-5 * np.eye(len(w))])
    return float(np.linalg.norm(differences - gradient(X, y, w)))


@misconception("gradient_check", look="how many weights move in one nudge")
def nudges_all_weights_at_once(X, y, w):
    """You nudge all weights at once, so you measure one slope and compare it with every entry."""
    loss, gradient = _functions()
    slope = (loss(X, y, w + 1e-6) - loss(X, y, w - 1e-6)) / 2e-6
    return float(np.linalg.norm(slope - gradient(X, y, w)))


@misconception("gradient_check", look="the order: first the difference, then its length")
def compares_lengths_only(X, y, w):
    """You compare the lengths of the two gradients: they may still point in different directions."""
    loss, gradient = _functions()
    slopes = approx_fprime(w, lambda v: loss(X, y, v), 1e-6)
    return float(abs(np.linalg.norm(slopes) - np.linalg.norm(gradient(X, y, w))))


@misconception("gradient_check", look="the point at which both are computed")
def checks_at_zero(X, y, w):
    """You compare at w = 0, where many mistakes are invisible, instead of at the given `w`."""
    return _error(X, y, np.zeros_like(w))


@misconception("gradient_check", look="the third argument of your function: is it used?")
def ignores_w(X, y, w):
    """You compare at weights of your own and ignore the given `w`."""
    return _error(X, y, np.random.default_rng(0).normal(size=len(w)))


@misconception("gradient_check", look="the first two arguments of your function: are they used?")
def ignores_the_data(X, y, w):
    """You compare on data of your own and ignore the given `X` and `y`."""
    rng = np.random.default_rng(0)
    return _error(rng.normal(size=(20, len(w))), rng.integers(0, 2, 20), w)


@misconception("gradient_check", look="whether twice the right vector would be noticed")
def blind_to_the_size(X, y, w):
    """You compare directions only: a gradient that is ten times too large looks perfect."""
    loss, gradient = _functions()
    a, b = approx_fprime(w, lambda v: loss(X, y, v), 1e-6), gradient(X, y, w)
    return float(np.linalg.norm(a / np.linalg.norm(a) - b / np.linalg.norm(b)))


@prediction
def forgotten_two(t: Trial) -> float:
    a, b = 5.0, np.random.default_rng(0).normal(size=2)
    return round(check_grad(lambda x: a * np.sum(x**2) + b @ x, lambda x: a * x + b, np.array([3.0, 4.0])), 3)


@prediction
def right_gradient_error(t: Trial) -> str:
    error = error_of(t, *sample(np.random.default_rng(0)))
    return "zero" if error == 0 else "tiny" if error < 1e-3 else "hundredths" if error < 0.3 else "one"


@prediction
def blind_spot(t: Trial) -> str:
    X, y, w = sample(np.random.default_rng(0))
    error = check_grad(
        lambda v: right_loss(X, y, v) + v @ v, lambda v: right_gradient(X, y, v), np.zeros_like(w)
    )
    return "tiny" if error < 1e-3 else "large"


@drawing
def what_your_check_says(t: Trial) -> Iterator[Figure]:
    X, y, w = sample(np.random.default_rng(0))
    below, gradient = underneath(t)
    rows = []
    for kind in ("right", "a little off", "penalty", "sign", "not averaged"):
        gradient.choose(kind)
        rows.append((NAMES[kind], f"{error_of(below, X, y, w):.1e}"))
    yield Table("What your check says of five gradients", ("gradient underneath", "your error"), tuple(rows))


NAMES = {
    "right": "the right one",
    "a little off": "5 % too large",
    "penalty": "a penalty forgotten in the loss",
    "sign": "opposite sign",
    "not averaged": "summed, not averaged",
}
