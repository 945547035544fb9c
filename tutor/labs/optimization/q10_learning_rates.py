"""Promises of q10: one history of losses for each learning rate."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from tutor.checking.author import (
    Failure,
    Trial,
    check,
    describe,
    digits,
    misconception,
    prediction,
    solution,
)

reference = solution(__file__)
gradient_descent = solution(__file__, "q08_gradient_descent").gradient_descent
compute_loss = solution(__file__, "q05_loss").compute_loss
compute_gradient = solution(__file__, "q06_gradient").compute_gradient

RATES = (0.001, 0.01, 0.1, 1.0)

TESTED = (
    "Tuples and lists of two to four rates between 0.001 and 1.3, 6 to 1000 iterations and the defaults, on random "
    "data where each loss follows from the one before: every history is compared with its rate, wherever it starts "
    "(within 1e-5). Not tested: rates that diverge, and what is printed."
)


class Line:
    """Data whose rows all point the same way, so that a loss says where on that line the weights stand."""

    def __init__(self, rng: np.random.Generator, n: int, d: int) -> None:
        self.u = rng.normal(size=n) + 0.3
        direction = rng.normal(size=d)
        self.X = np.outer(self.u, direction / np.linalg.norm(direction))
        self.y = (self.u + rng.normal(size=n) > 0).astype(int)
        self.y[np.argsort(self.u)[[0, -1]]] = 1, 0
        """The extremes on the wrong side: the classes overlap, so the loss has a minimum."""

    def loss(self, s: float) -> float:
        """The loss at place `s`."""
        z = self.u * s
        return float(np.mean(np.logaddexp(0, z) - self.y * z))

    def slope(self, s: float) -> float:
        """The slope at place `s`."""
        return float(np.mean((1 / (1 + np.exp(-self.u * s)) - self.y) * self.u))

    def lowest(self) -> float:
        """The place of the lowest loss."""
        return _root(self.slope, -50.0, 50.0)

    def places(self, loss: float) -> list[float]:
        """The two places with that loss, one on each side of the lowest."""
        best = self.lowest()
        if not np.isfinite(loss) or loss < self.loss(best):
            return []
        return [self._beyond(best, way, loss) for way in (1.0, -1.0)]

    def _beyond(self, best: float, way: float, loss: float) -> float:
        width = 1.0
        while self.loss(best + way * width) < loss and width < 1e6:
            width *= 2
        return _root(lambda s: (self.loss(s) - loss) * way, *sorted((best, best + way * width)))

    def descent(self, s: float, rate: float, n: int) -> list[float]:
        """The places of an exact descent: the start and n more."""
        places = [s]
        for _ in range(n):
            places.append(places[-1] - rate * self.slope(places[-1]))
        return places

    def follows(self, h: Any, rate: float) -> bool:
        """Whether `h` are the losses of an exact descent with this rate from some start."""
        for s in self.places(float(h[0])):
            right = np.array([self.loss(place) for place in self.descent(s, rate, len(h) - 1)])
            if np.allclose(h, right, rtol=1e-5, atol=1e-7):
                return True
        return False


def _root(f: Any, low: float, high: float) -> float:
    """Where the increasing function `f` is 0, by halving."""
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (low, middle) if f(middle) > 0 else (middle, high)
    return (low + high) / 2


def histories(got: Any, rates: Sequence[float], n: int, d: int) -> dict[float, Any]:
    """The learner's dictionary, once its keys and the kinds and lengths of its values are accepted."""
    if not isinstance(got, dict):
        raise Failure(
            f"`compare_learning_rates` returned {describe(got)}, where a dictionary is asked for.",
            "Start with `{}`; each learning rate is a key.",
            "no-dictionary",
        )
    if set(got) != set(rates):
        raise Failure(*wrong_keys(list(got), rates))
    return {rate: accepted(got[rate], rate, n, d) for rate in rates}


def wrong_keys(keys: list[Any], rates: Sequence[float]) -> tuple[str, str, str | None]:
    """What is wrong with the keys, what to look at, and its slug."""
    seen = f"The keys are {', '.join(map(repr, keys[:6])) or 'missing'}; the rates given are {', '.join(map(repr, rates))}."
    if any(isinstance(key, str) for key in keys):
        return seen, "Use the rate itself as the key, not a text made of it.", "keys-are-text"
    if keys == list(range(len(rates))):
        return seen, "Use the rate itself as the key, not its position.", "keys-are-positions"
    if rates is RATES:
        return (
            seen,
            "Compare the defaults in your `def` line with the docstring of the exercise.",
            "other-default-rates",
        )
    if set(keys) == set(RATES):
        return (
            seen,
            "Go through the rates you are given, not through some of your own.",
            "learning-rates-ignored",
        )
    if keys == [rates[0]]:
        return seen, "Where does the `return` stand: inside the loop or after it?", "returns-inside-the-loop"
    if set(keys) < set(rates):
        return seen, "Is the dictionary made before the loop, and filled in each turn?", "rates-missing"
    return seen, "Each rate you are given is a key, and there are no others.", None


def accepted(value: Any, rate: float, n: int, d: int) -> Any:
    """One history as an array of n or n + 1 numbers."""
    if isinstance(value, int | float | np.number):
        raise Failure(
            f"For rate {rate} there is a single number, {float(value):.4g}, where the whole history is asked for.",
            "Keep the list of losses, not its last entry.",
            "final-losses-only",
        )
    h = as_numbers(value)
    if h is None and isinstance(value, tuple | list) and len(value) == 2:
        raise Failure(
            f"For rate {rate} there is a pair, as your descent returns it; the history alone is asked for.",
            "Unpack the two results and keep the second.",
            "pairs-instead-of-histories",
        )
    if h is None or h.ndim != 1:
        raise Failure(
            f"For rate {rate} there is {describe(value)}, not a history of numbers.", "One loss an iteration."
        )
    if len(h) in (n, n + 1):
        return h.astype(float)
    if len(h) == d:
        raise Failure(
            f"For rate {rate} there are {d} numbers: the weights?",
            "Keep the history.",
            "weights-instead-of-histories",
        )
    seen = f"For rate {rate} the history has {len(h)} entries with n_iterations = {n}."
    if len(h) in (1000, 1001):
        raise Failure(seen, "Pass `n_iterations` on to your descent.", "iterations-ignored")
    raise Failure(
        seen, "Is each history a list of its own? Does each run make all its iterations?", "wrong-length"
    )


def as_numbers(value: Any) -> Any:
    """A numeric array of a list, tuple or array; None if it is none."""
    try:
        h = np.asarray(value if isinstance(value, list | tuple | np.ndarray) else None)
    except ValueError:
        return None
    return h if h.dtype.kind in "fiu" else None


@check
def keys(t: Trial) -> None:
    """The result is a dictionary whose keys are the learning rates that are given."""
    line = Line(t.rng, 21, 4)
    for rates in ((0.05, 0.4, 1.3), [0.7, 0.02]):
        got = t.call("compare_learning_rates", line.X, line.y, rates, 6)
        if not isinstance(got, dict) or set(got) != set(rates):
            histories(got, rates, 6, 4)


@check
def lengths(t: Trial) -> None:
    """Each value is the history of a whole run: one loss for each iteration."""
    line = Line(t.rng, 17, 3)
    for n in (8, 31):
        histories(t.call("compare_learning_rates", line.X, line.y, (0.05, 0.4), n), (0.05, 0.4), n, 3)
    got = t.call("compare_learning_rates", line.X, line.y, learning_rates=(0.3,), n_iterations=9)
    histories(got, (0.3,), 9, 3)


@check
def descents(t: Trial) -> None:
    """Each history is the descent with its own learning rate, from a start of its own."""
    for n, rates in ((12, (0.05, 1.3, 0.4)), (40, [0.9, 0.1])):
        line = Line(t.rng, 23, 5)
        compare(line, histories(t.call("compare_learning_rates", line.X, line.y, rates, n), rates, n, 5))


def compare(line: Line, found: dict[float, Any]) -> None:
    """Require that each history follows from its rate, and that no run goes on from another."""
    for rate, h in found.items():
        if not line.follows(h, rate):
            raise Failure(*wrong_descent(line, found, rate))
    rates = list(found)
    for before, rate in pairwise(rates):
        if goes_on(line, found[before], before, found[rate], rate):
            raise Failure(
                f"The run with rate {rate} begins at {found[rate][0]:.4g}, where the one with rate {before} ended.",
                "Does each run make its own start? What is kept between the turns of your loop?",
                "goes-on-from-the-last-run",
            )


def wrong_descent(line: Line, found: dict[float, Any], rate: float) -> tuple[str, str, str | None]:
    """What a history does instead of following from its rate."""
    h = found[rate]
    seen = f"The history for rate {rate} is not that of gradient descent with this rate"
    for other in (*found, *RATES):
        if other != rate and line.follows(h, other):
            return (
                f"{seen}, but with rate {other}.",
                "Which rate does each run get: the one of its turn?",
                "same-rate-for-all",
            )
    if np.ptp(h) == 0:
        return f"{seen}: it is {h[0]:.4g} everywhere.", "Keep the history, not one loss repeated.", None
    if line.follows(h[::-1], rate):
        return f"{seen}: it is in reverse order.", "Keep the history as your descent returns it.", "reversed"
    return (
        f"{seen}: it starts at {h[0]:.4g} and ends at {h[-1]:.4g}.",
        "Run your descent alone with that rate and compare the two lists.",
        None,
    )


def goes_on(line: Line, first: Any, rate: float, second: Any, other: float) -> bool:
    """Whether the second run starts where the first one ended, and not where the first one started."""
    if abs(second[0] - first[0]) < 1e-3:
        return False
    ends = [end for s in line.places(float(first[0])) for end in line.descent(s, rate, len(first))[-2:]]
    ends += [line.descent(end, other, 1)[1] for end in ends]
    return any(abs(line.loss(end) - second[0]) < 1e-7 for end in ends)


@check
def defaults(t: Trial) -> None:
    """Without further arguments it compares 0.001, 0.01, 0.1 and 1.0 over 1000 iterations."""
    line = Line(t.rng, 13, 3)
    got = t.call("compare_learning_rates", line.X, line.y, within=15.0)
    if isinstance(got, dict) and set(got) == set(RATES):
        short = t.call("compare_learning_rates", line.X, line.y, (0.1,), 5)[0.1]
        # With or without the loss at the start, as in a short run.
        asked = 1000 + np.size(short) - 5
        sizes = {np.size(h) for h in got.values() if as_numbers(h) is not None}
        t.require(
            sizes <= {asked},
            f"Without `n_iterations` the histories have {min(sizes - {asked}, default=asked)} entries, where {asked} are asked for.",
            "Compare the defaults in your `def` line with the docstring of the exercise.",
            "other-default-iterations",
        )
    compare(line, histories(got, RATES, 1000, 3))


def _each(X, y, rates, n):
    """The right histories."""
    return {rate: gradient_descent(X, y, rate, n, False)[1] for rate in rates}


@misconception("compare_learning_rates", look="what you store: the list of losses, or one entry of it?")
def final_losses_only(X, y, learning_rates=RATES, n_iterations=1000):
    """You keep the final losses only; the whole histories are asked for."""
    return {rate: h[-1] for rate, h in _each(X, y, learning_rates, n_iterations).items()}


@misconception("compare_learning_rates", look="the two results of your descent: which one is the history?")
def pairs_instead_of_histories(X, y, learning_rates=RATES, n_iterations=1000):
    """You keep both results of each run, weights and history; the history alone is asked for."""
    return {rate: gradient_descent(X, y, rate, n_iterations, False) for rate in learning_rates}


@misconception("compare_learning_rates", look="the two results of your descent: which one comes first?")
def weights_instead_of_histories(X, y, learning_rates=RATES, n_iterations=1000):
    """You keep the weights of each run instead of its history."""
    return {rate: gradient_descent(X, y, rate, n_iterations, False)[0] for rate in learning_rates}


@misconception("compare_learning_rates", look="what stands in the square brackets")
def keys_are_text(X, y, learning_rates=RATES, n_iterations=1000):
    """Your keys are texts; the rates themselves, as numbers, are asked for."""
    return {str(rate): h for rate, h in _each(X, y, learning_rates, n_iterations).items()}


@misconception("compare_learning_rates", look="what stands in the square brackets")
def keys_are_positions(X, y, learning_rates=RATES, n_iterations=1000):
    """Your keys are the positions of the rates instead of the rates."""
    return dict(enumerate(_each(X, y, learning_rates, n_iterations).values()))


@misconception("compare_learning_rates", look="what you collect the histories in")
def no_dictionary(X, y, learning_rates=RATES, n_iterations=1000):
    """You return a list of histories; a dictionary, which says the rate of each, is asked for."""
    return list(_each(X, y, learning_rates, n_iterations).values())


@misconception("compare_learning_rates", look="what your loop goes through")
def learning_rates_ignored(X, y, learning_rates=RATES, n_iterations=1000):
    """You always compare the same four rates and ignore the ones given."""
    return _each(X, y, RATES, n_iterations)


@misconception("compare_learning_rates", look="the number of iterations that your descent gets")
def iterations_ignored(X, y, learning_rates=RATES, n_iterations=1000):
    """`n_iterations` is not passed on, so each run makes the default number of iterations."""
    return _each(X, y, learning_rates, 1000)


@misconception("compare_learning_rates", look="the learning rate that your descent gets in each turn")
def same_rate_for_all(X, y, learning_rates=RATES, n_iterations=1000):
    """The rate is not passed on: all runs use the same one."""
    return {rate: gradient_descent(X, y, 0.01, n_iterations, False)[1] for rate in learning_rates}


@misconception("compare_learning_rates", look="where the dictionary is made: before the loop or inside?")
def rates_missing(X, y, learning_rates=RATES, n_iterations=1000):
    """Only the last run is left: each turn of the loop starts a new dictionary."""
    return _each(X, y, learning_rates[-1:], n_iterations)


@misconception("compare_learning_rates", look="where the `return` stands: inside the loop or after it?")
def returns_inside_the_loop(X, y, learning_rates=RATES, n_iterations=1000):
    """You return in the first turn of the loop, so the other rates are missing."""
    return _each(X, y, learning_rates[:1], n_iterations)


@misconception(
    "compare_learning_rates", look="what is made once, before the loop, and should be made in each turn"
)
def goes_on_from_the_last_run(X, y, learning_rates=RATES, n_iterations=1000):
    """Each run goes on from the weights where the last one ended, which makes it look fast."""
    w, found = np.zeros(X.shape[1]), {}
    for rate in learning_rates:
        found[rate] = []
        for _ in range(n_iterations):
            found[rate].append(compute_loss(X, y, w))
            w = w - rate * compute_gradient(X, y, w)
    return found


@misconception("compare_learning_rates", look="how many lists there are, and where they are made")
def one_list_for_all(X, y, learning_rates=RATES, n_iterations=1000):
    """All rates share one list, which grows with every run."""
    shared = [loss for h in _each(X, y, learning_rates, n_iterations).values() for loss in h]
    return dict.fromkeys(learning_rates, shared)


@misconception("compare_learning_rates", look="the defaults in the `def` line")
def other_default_iterations(X, y, learning_rates=RATES, n_iterations=100):
    """Your default number of iterations is not the one asked for."""
    return _each(X, y, learning_rates, n_iterations)


@misconception("compare_learning_rates", look="the defaults in the `def` line")
def other_default_rates(X, y, learning_rates=(0.01, 0.1, 1.0), n_iterations=1000):
    """Your default learning rates are not the ones asked for."""
    return _each(X, y, learning_rates, n_iterations)


def training_set() -> tuple[Any, Any]:
    """The digits 0 and 1 as the earlier questions prepare them."""
    split = solution(__file__, "q01_split").split_digits
    normalize = solution(__file__, "q02_normalize").normalize
    X_train, X_test, y_train, _ = split(*digits())
    return normalize(X_train, X_test)[0], y_train


@prediction
def entries(t: Trial) -> float:
    line = Line(np.random.default_rng(0), 13, 3)
    return float(len(t.call("compare_learning_rates", line.X, line.y, n_iterations=3)))


@prediction
def ten_times_slower(t: Trial) -> float:
    X, y = training_set()
    h = t.call("compare_learning_rates", X, y, (0.001,), 3000, within=20.0)[0.001]
    return float(np.argmax(np.asarray(h) < 0.1))


@prediction
def best(t: Trial) -> str:
    X, y = training_set()
    found = t.call("compare_learning_rates", X, y, RATES, 1000, within=20.0)
    return "abcd"[int(np.argmin([found[rate][-1] for rate in RATES]))]
