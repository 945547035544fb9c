"""Promises of q08: gradient descent, step by step."""

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
    describe,
    figure,
    misconception,
    prediction,
    progress,
    solution,
)

reference = solution(__file__)
compute_loss = solution(__file__, "q05_loss").compute_loss
compute_gradient = solution(__file__, "q06_gradient").compute_gradient

TESTED = (
    "Random data with n and d between 3 and 30, learning rates from 0.01 to 25, 1 to 1500 iterations and the "
    "defaults. From the same seed, each step is compared with the one that the weights before it ask for (to 1e-6), "
    "wherever you start; each noted loss with the loss before or after its step (to 1e-5). "
    "Not tested: the values of runs that diverge, and what you print."
)

steps = progress("q06_gradient", "compute_gradient", label="iteration", loss=("q05_loss", "compute_loss"))


def sample(rng: np.random.Generator, n: int, d: int) -> tuple[Any, Any]:
    """Random data whose classes overlap, so that there is a real minimum and a slope everywhere else."""
    X = rng.normal(size=(n, d)) * rng.uniform(0.7, 1.3, d) + rng.uniform(-0.4, 0.4, d)
    y = (X[:, 0] + rng.normal(size=n) > 0.2).astype(int)
    y[:4] = 0, 1, 1, 0
    return X, y


class Runs:
    """Runs of the learner's descent on one data set that start alike."""

    def __init__(self, t: Trial, X: Any, y: Any) -> None:
        self.t, self.X, self.y = t, X, y
        self.fresh = False
        """Whether each run needs a file loaded afresh to start alike: a generator of the module may move on."""
        first, again = self.weights(0.1, 1), self.weights(0.1, 1)
        self.fresh = not np.array_equal(first, again)
        if self.fresh and np.allclose(again - first, -0.1 * compute_gradient(X, y, first), atol=1e-9):
            raise Failure(
                "A second call goes on where the first one ended.",
                "Are the weights made inside the function, anew in each call?",
                "goes-on-from-the-last-call",
            )

    def __call__(self, rate: float, n: int) -> tuple[Any, Any]:
        """Final weights (d,) and history, for a rate and a number of iterations."""
        t = self.t.afresh() if self.fresh else self.t
        got = t.call("gradient_descent", self.X, self.y, rate, n, False)
        if t.last.stdout.strip():
            self.t.remark(
                "prints-although-quiet",
                "With verbose=False your function still prints; ask `if verbose` before each print.",
            )
        return parts(got, self.X.shape[1], n)

    def weights(self, rate: float, n: int) -> Any:
        """The final weights alone."""
        return self(rate, n)[0]

    def start(self) -> Any:
        """Where the runs start: one step of two rates lies on a line through it."""
        a, b = self.weights(0.5, 1), self.weights(1.5, 1)
        slope = a - b
        start = a + 0.5 * slope
        first_step(self, start, slope, compute_gradient(self.X, self.y, start))
        return start


def parts(got: Any, d: int, n: int) -> tuple[Any, Any]:
    """Weights and history, once their kinds, order and shapes are accepted."""
    if isinstance(got, np.ndarray) and got.shape == (d,):
        raise Failure(
            "`gradient_descent` returned the weights only.", PAIR, "returns-only-the-weights", seen=""
        )
    alone = as_numbers(got)
    if alone is not None and alone.ndim == 1 and len(alone) in (n, n + 1):
        raise Failure(
            "`gradient_descent` returned the history only.", PAIR, "returns-only-the-history", seen=""
        )
    if not isinstance(got, tuple | list) or len(got) != 2:
        raise Failure(f"`gradient_descent` returned {describe(got)}, where two values are asked for.", PAIR)
    return accepted_weights(got, d, n), accepted_history(got[1], d, n)


PAIR = "Look at the `Returns` part of the docstring: the weights, then the history of losses."


def accepted_weights(got: Any, d: int, n: int) -> Any:
    """The first value as a vector (d,)."""
    w = as_numbers(got[0])
    if w is None:
        raise Failure(f"The first value, the weights, is {describe(got[0])}.", PAIR)
    if w.shape == (d,):
        return w.astype(float)
    second = as_numbers(got[1])
    if w.shape in ((n,), (n + 1,)) and second is not None and second.shape == (d,):
        raise Failure(
            "You return the history first and the weights second.", PAIR, "swapped-results", seen=""
        )
    if w.ndim == 2 and w.shape[-1] == d and len(w) in (n, n + 1):
        raise Failure(
            "The first value holds the weights of every iteration.",
            "Return the final weights only.",
            "returns-all-weights",
        )
    raise Failure(
        f"The weights have shape {w.shape}; one weight a feature, {(d,)}, is asked for.", PAIR, "wrong-shape"
    )


def accepted_history(got: Any, d: int, n: int) -> Any:
    """The second value as an array of n or n + 1 losses."""
    if isinstance(got, int | float | np.number) or (isinstance(got, np.ndarray) and got.shape == ()):
        raise Failure(
            f"The second value is {describe(got)}: the last loss alone, where the history of all is asked for.",
            "Start with an empty list before the loop and append to it inside.",
            "history-is-one-loss",
        )
    h = as_numbers(got)
    if h is None:
        raise Failure(
            f"The history is {describe(got)}, whose entries are not plain numbers.", "One loss, one number."
        )
    if h.ndim == 2 and h.shape[1] == d:
        raise Failure(
            "The history holds the weights of each iteration, where losses are asked for.",
            "What do you append: the weights, or the loss at these weights?",
            "history-of-weights",
        )
    if h.ndim != 1:
        raise Failure(
            f"Each entry of the history has shape {h.shape[1:]}; a plain number is asked for.",
            "Append the loss.",
        )
    if len(h) not in (n, n + 1):
        raise Failure(*wrong_length(len(h), n))
    return h.astype(float)


def as_numbers(got: Any) -> Any:
    """A numeric array of a list, tuple or array; None if it is none."""
    try:
        h = np.asarray(got if isinstance(got, list | tuple | np.ndarray) else None)
    except ValueError:
        return None
    return h if h.dtype.kind in "fiu" else None


def wrong_length(found: int, n: int) -> tuple[str, str, str]:
    """What a history of a wrong length says, what to look at, and its slug."""
    seen = f"With n_iterations = {n} the history has {found} {'entry' if found == 1 else 'entries'}"
    if found == 0:
        return f"{seen}: nothing is noted.", "Append the loss in each iteration.", "history-empty"
    if found == 1 and n > 2:
        return (
            f"{seen}: only one loss is noted.",
            "Does the line that appends stand inside the loop?",
            "one-entry",
        )
    if found == n - 1:
        return f"{seen}: one too few.", "Where does your loop start and stop?", "one-entry-too-few"
    if found < n - 1:
        return (
            f"{seen}: some iterations are missing.",
            "Every iteration is to be run and noted: no stopping early, no noting of every tenth only.",
            "entries-missing",
        )
    if found == n + 2:
        return (
            f"{seen}: one too many.",
            "At most one loss an iteration, and one for the start.",
            "too-many-entries",
        )
    return (
        f"{seen}: too many.",
        "Does the list survive from an earlier call? Is it made inside the function?",
        "too-many-entries",
    )


def first_step(runs: Runs, start: Any, slope: Any, right: Any) -> None:
    """Require that the step from the start follows the slope there; else say what it does."""
    if np.allclose(slope, right, rtol=1e-6, atol=1e-8):
        return
    if not slope.any():
        standing_still(runs, right)
    if np.allclose(slope, -right, rtol=1e-6, atol=1e-8):
        raise Failure(
            "Your first step goes uphill: it adds the gradient.",
            "Which way does the gradient point? The step goes the other way.",
            "climbs-instead-of-descending",
            seen="",
        )
    name_a_factor(slope, right, runs, "first step")
    name_another_rule(start, slope, right)
    raise Failure(
        "From the same start, one iteration with rate 0.5 and one with rate 1.5 do not differ by the slope of the loss "
        "at the start. " + gap(slope, right),
        "Is the gradient the one of all samples, at the current weights? Is the step learning rate times gradient?",
    )


def standing_still(runs: Runs, right: Any) -> None:
    """Say why two rates give the same weights after one iteration."""
    one, two = runs.weights(0.5, 1), runs.weights(0.5, 2)
    if np.array_equal(one, two):
        raise Failure(
            "The weights are the same after one iteration and after two: they never move.",
            "Is the result of the update stored in `w`, and is that `w` returned?",
            "never-updates",
            seen="",
        )
    if np.array_equal(two, runs.weights(1.5, 2)):
        raise Failure(
            "The weights are the same for learning rate 0.5 and 1.5.",
            "Where in your code is `learning_rate` used?",
            "learning-rate-ignored",
            seen="",
        )
    raise Failure(
        "With n_iterations = 1 no step is made, with 2 there is one: one update is missing.",
        "Where does your loop start and stop, and which weights do you return?",
        "one-update-too-few",
        seen="",
    )


def name_a_factor(step: Any, right: Any, runs: Runs, which: str) -> None:
    """Recognise a step of the right direction and a wrong length."""
    factor = float(step @ right / (right @ right))
    if not np.allclose(step, factor * right, rtol=1e-6, atol=1e-9) or abs(factor) < 1e-9:
        return
    n = len(runs.y)
    if abs(np.linalg.norm(step) - 1) < 1e-9:
        raise Failure(
            f"Your {which} has the direction of the gradient, but always the same length.",
            "The length of the gradient belongs to the step: it shortens the steps near the minimum.",
            "gradient-scaled-to-length-one",
            seen="",
        )
    words = {n: " (the number of samples)", 1 / n: " (1 / the number of samples)", 2: "", 0.5: ""}
    known = next((text for value, text in words.items() if abs(factor / value - 1) < 1e-6), "")
    raise Failure(
        f"Your {which} has the right direction, but is {factor:.4g} times as long as learning rate times gradient{known}.",
        "Which factor beside the learning rate is in your update?",
        "step-of-the-wrong-length",
    )


def name_another_rule(start: Any, slope: Any, right: Any) -> None:
    """Recognise a step that is made of something else than the gradient."""
    if np.allclose(np.abs(slope), 1):
        raise Failure(
            "Your first step uses the sign of each slope only.",
            "Steep slopes are to give long steps: use the gradient itself.",
            "sign-of-the-gradient-only",
            seen="",
        )
    if np.ptp(slope) < 1e-9:
        raise Failure(
            f"Your first step moves every weight by the same amount, {slope[0]:.4g} times the learning rate.",
            "The gradient has another slope for each weight: is it the gradient that you subtract, or a number?",
            "loss-instead-of-gradient",
            seen="",
        )
    limit = np.abs(slope).max()
    if np.allclose(slope, np.clip(right, -limit, limit), atol=1e-9):
        raise Failure(
            f"Your gradient is cut off at {limit:.4g}.", "Use it as it is.", "gradient-cut-off", seen=""
        )
    rest = slope - right
    if start.any() and np.allclose(rest, start * (rest @ start) / (start @ start), atol=1e-9):
        raise Failure(
            "Your step also pulls every weight towards 0: the slope of a penalty that this loss does not have.",
            "The rule has one term: learning rate times gradient of the loss.",
            "penalty-added",
            seen="",
        )


def gap(got: Any, want: Any) -> str:
    """How far apart two vectors are."""
    worst = int(np.argmax(np.abs(got - want)))
    return f"The worst entry, {worst}, is off by {abs(got[worst] - want[worst]):.3g}."


@check
def pair(t: Trial) -> None:
    """It returns the final weights and then one loss for each iteration, in every call."""
    X, y = sample(t.rng, 23, 4)
    for n in (7, 3):
        parts(t.call("gradient_descent", X, y, 0.3, n, False), 4, n)
    t.call("gradient_descent", X, y, learning_rate=0.3, n_iterations=3, verbose=True)


@check
def step(t: Trial) -> None:
    """Each iteration is one exact step: learning rate times the gradient at the current weights, downhill."""
    for n, d in ((21, 4), (13, 5)):
        runs = Runs(t, *sample(t.rng, n, d))
        w = [runs.start()]
        for rate, last in ((0.7, 6), (25.0, 4)):
            w[1:] = [runs.weights(rate, k) for k in range(1, last + 1)]
            for k in range(last):
                one_step(runs, w, k, rate)


def one_step(runs: Runs, w: list[Any], k: int, rate: float) -> None:
    """Require that the weights after k + 1 iterations are one step from those after k."""
    slopes = [compute_gradient(runs.X, runs.y, v) for v in w[: k + 1]]
    moved, right = w[k + 1] - w[k], -rate * slopes[k]
    if np.allclose(moved, right, rtol=1e-6, atol=1e-8 * rate):
        return
    seen = f"With learning rate {rate}, from {k} to {k + 1} iterations"
    if not moved.any():
        raise Failure(
            f"{seen} the weights do not move.",
            "How many times does your loop run?",
            "iterations-ignored",
            seen="",
        )
    if k and np.allclose(moved, -rate * slopes[0], rtol=1e-6, atol=1e-8):
        raise Failure(
            f"{seen} the step is that of the first iteration again.",
            "The slope changes as you move: where is the gradient computed, before the loop or inside?",
            "gradient-computed-once",
            seen="",
        )
    rest = moved - right
    before = w[k] - w[k - 1] if k else rest * 0
    if (
        k
        and abs(before @ rest) > 1e-9
        and np.allclose(rest, before * (before @ rest) / (before @ before), atol=1e-8)
    ):
        raise Failure(
            f"{seen} a share of the step before is added: that is momentum.",
            "The rule has one term: learning rate times gradient.",
            "momentum",
            seen="",
        )
    name_the_rate(moved / right if right.all() else right, k, seen)
    raise Failure(
        f"{seen} the weights do not move by learning rate times gradient. {gap(moved, right)}",
        "Is the gradient that of all samples, at the current weights? Is anything added to the step, or cut off?",
    )


def name_the_rate(ratios: Any, k: int, seen: str) -> None:
    """Recognise a step of the right direction whose length changes on the way."""
    if not ratios.all() or np.ptp(ratios) > 1e-6 * abs(ratios[0]):
        return
    decays = k > 0 and 0 < ratios[0] < 1
    raise Failure(
        f"{seen} the step is {ratios[0]:.4g} times as long as learning rate times gradient.",
        "Does the learning rate change on the way? It should stay as given."
        if decays
        else "What scales your step?",
        "rate-changes-on-the-way" if decays else "step-of-the-wrong-length",
        seen="",
    )


@check
def history(t: Trial) -> None:
    """The history holds the loss of all samples before or after each step (or both ends)."""
    X, y = sample(t.rng, 19, 3)
    runs = Runs(t, X, y)
    start = runs.start()
    for rate, n in ((0.9, 8), (0.2, 12)):
        _, h = runs(rate, n)
        compare_history(t, h, losses(X, y, path(X, y, start, rate, n)), n, {"X": X, "y": y})


def path(X: Any, y: Any, start: Any, rate: float, n: int) -> list[Any]:
    """The n + 1 weights of the exact descent from `start`."""
    w = [start]
    for _ in range(n):
        w.append(w[-1] - rate * compute_gradient(X, y, w[-1]))
    return w


def losses(X: Any, y: Any, weights: list[Any]) -> Any:
    """The loss at each of the weights."""
    return np.array([compute_loss(X, y, w) for w in weights])


def compare_history(t: Trial, h: Any, right: Any, n: int, inputs: dict[str, Any]) -> None:
    """Accept the losses before the steps, after them, or both; else say what differs."""
    allowed = [right] if len(h) == n + 1 else [right[:-1], right[1:]]
    if any(np.allclose(h, option, rtol=1e-5, atol=1e-7) for option in allowed):
        return
    if np.ptp(h) == 0 and len(h) > 2:
        raise Failure(
            f"Every entry of the history is {h[0]:.4g}.",
            "Is the loss computed anew in each iteration, at the weights of that moment?",
            "loss-computed-once",
        )
    failures = []
    for option in sorted(allowed, key=lambda option: float(np.median(np.abs(h - option)))):
        try:
            t.same(h, option, rtol=1e-5, atol=1e-7, what="the history", inputs=inputs)
        except Failure as failure:
            failures.append(failure)
    raise next((failure for failure in failures if failure.misconception), failures[0])


@check
def defaults(t: Trial) -> None:
    """Without further arguments it makes 1000 iterations with learning rate 0.01."""
    X, y = sample(t.rng, 17, 3)
    runs = Runs(t, X, y)
    start = runs.start()
    subject = t.afresh() if runs.fresh else t
    w, h = parts(subject.call("gradient_descent", X, y, within=10.0), 3, 1000)
    weights = path(X, y, start, 0.01, 1000)
    if not np.allclose(w, weights[-1], rtol=1e-6, atol=1e-7):
        default = np.allclose(w, runs.weights(0.01, 1000), rtol=1e-6, atol=1e-7)
        raise Failure(
            "With the default arguments the weights are not those of 1000 steps of learning rate 0.01.",
            LATER
            if default
            else "Compare the defaults in your `def` line with the docstring of the exercise.",
            None if default else "other-defaults",
        )
    compare_history(t, h, losses(X, y, weights), 1000, {"X": X, "y": y})


LATER = "Does something happen after some number of iterations: a smaller rate, an early stop?"


@check
def long_run(t: Trial) -> None:
    """A long run does the same to its end: it neither stops early nor changes its rate."""
    X, y = sample(t.rng, 29, 3)
    runs = Runs(t, X, y)
    start = runs.start()
    w, h = runs(1.0, 1500)
    weights = path(X, y, start, 1.0, 1500)
    t.require(
        np.allclose(w, weights[-1], rtol=1e-6, atol=1e-7),
        f"After 1500 iterations with learning rate 1 the weights are not where they should be. {gap(w, weights[-1])}",
        LATER,
    )
    compare_history(t, h, losses(X, y, weights), 1500, {"X": X, "y": y})


def _descend(X, y, rate, n, step=None, note=compute_loss):
    """Gradient descent from zero, with another step or another note."""
    w, h = np.zeros(X.shape[1]), []
    for k in range(n):
        h.append(note(X, y, w))
        w = w - rate * compute_gradient(X, y, w) if step is None else step(w, k)
    return w, h


@misconception("gradient_descent", look="the sign in the update rule")
def climbs_instead_of_descending(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """You add the gradient, so the steps go uphill."""
    return _descend(X, y, -learning_rate, n_iterations)


@misconception("gradient_descent", look="the line that should change `w`: is its result stored?")
def never_updates(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """The weights never move: you compute the gradient, but the update does not reach `w`."""
    return _descend(X, y, 0.0, n_iterations)


@misconception("gradient_descent", look="the update: does it contain `learning_rate`?")
def learning_rate_ignored(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """The learning rate you are given is ignored."""
    return _descend(X, y, 0.01, n_iterations)


@misconception("gradient_descent", look="the number of turns of your loop")
def iterations_ignored(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """The loop makes a fixed number of turns, whatever `n_iterations` says."""
    return _descend(X, y, learning_rate, 1000)


@misconception("gradient_descent", look="where the `return` stands: inside the loop or after it?")
def returns_inside_the_loop(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """You return in the first turn of the loop."""
    return _descend(X, y, learning_rate, 1)


@misconception("gradient_descent", look="where the loop starts and stops")
def one_iteration_too_few(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """Your loop makes one turn too few."""
    return _descend(X, y, learning_rate, n_iterations - 1)


@misconception("gradient_descent", look="which of the two weights the loop holds are returned")
def returns_the_weights_before_the_last_step(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """You return the weights from before the last update."""
    return _descend(X, y, learning_rate, n_iterations - 1)[0], _descend(X, y, learning_rate, n_iterations)[1]


@misconception("gradient_descent", look="the `return` line")
def returns_only_the_weights(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """You return the weights only; the history of losses is asked for, too."""
    return _descend(X, y, learning_rate, n_iterations)[0]


@misconception("gradient_descent", look="the `return` line")
def returns_only_the_history(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """You return the history only; the final weights are asked for first."""
    return _descend(X, y, learning_rate, n_iterations)[1]


@misconception("gradient_descent", look="the order in the `return` line")
def swapped_results(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """You return the history first and the weights second."""
    return _descend(X, y, learning_rate, n_iterations)[::-1]


@misconception("gradient_descent", look="what you append")
def history_of_weights(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """The history holds the weights of each iteration instead of the losses."""
    return _descend(X, y, learning_rate, n_iterations, note=lambda X, y, w: w.copy())


@misconception("gradient_descent", look="where the list is made, and where something is appended to it")
def history_is_one_loss(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """You note the last loss only, not the history of all."""
    w, h = _descend(X, y, learning_rate, n_iterations)
    return w, h[-1]


@misconception("gradient_descent", look="the condition under which something is appended")
def history_too_short(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """You note the loss in some of the iterations only."""
    w, h = _descend(X, y, learning_rate, n_iterations)
    return w, h[:: 100 if n_iterations >= 100 else 2]


@misconception(
    "gradient_descent", look="whether the loss is computed inside the loop, at the current weights"
)
def loss_computed_once(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """The same loss is noted in every iteration: it is computed once, before the loop."""
    w, h = _descend(X, y, learning_rate, n_iterations)
    return w, [h[0]] * n_iterations


@misconception("gradient_descent", look="what you append: a loss, or something else that changes?")
def history_of_gradient_lengths(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """The history holds the length of the gradient instead of the loss."""
    return _descend(
        X, y, learning_rate, n_iterations, note=lambda *at: float(np.linalg.norm(compute_gradient(*at)))
    )


@misconception("gradient_descent", look="what you append: the accuracy is not the loss")
def history_of_accuracies(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """The history holds accuracies instead of losses."""
    return _descend(
        X, y, learning_rate, n_iterations, note=lambda X, y, w: float(np.mean((X @ w >= 0) == (y == 1)))
    )


@misconception("gradient_descent", look="where the gradient is computed: before the loop or inside?")
def gradient_computed_once(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """You compute the gradient once, before the loop, and repeat the same step."""
    fixed = compute_gradient(X, y, np.zeros(X.shape[1]))
    return _descend(X, y, learning_rate, n_iterations, lambda w, k: w - learning_rate * fixed)


@misconception("gradient_descent", look="what you subtract: a vector of slopes, or the loss?")
def loss_instead_of_gradient(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """You subtract the loss times the learning rate; the gradient is missing from the update."""
    return _descend(X, y, learning_rate, n_iterations, lambda w, k: w - learning_rate * compute_loss(X, y, w))


@misconception("gradient_descent", look="what is done with the gradient before the update")
def sign_of_the_gradient_only(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """You use the sign of each slope only, so all weights move equally far."""
    return _descend(
        X, y, learning_rate, n_iterations, lambda w, k: w - learning_rate * np.sign(compute_gradient(X, y, w))
    )


@misconception("gradient_descent", look="what is done with the gradient before the step")
def gradient_scaled_to_length_one(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """You scale the gradient to length 1: all steps are equally long."""

    def step(w, k):
        g = compute_gradient(X, y, w)
        return w - learning_rate * g / np.linalg.norm(g)

    return _descend(X, y, learning_rate, n_iterations, step)


@misconception("gradient_descent", look="the factors of the step: learning rate, gradient, and what else?")
def step_of_the_wrong_length(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """Your step has an additional factor, such as the number of samples."""
    return _descend(X, y, learning_rate / len(y), n_iterations)


@misconception("gradient_descent", look="the terms of the update rule")
def momentum(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """You carry a share of the last step along: that is momentum, another method."""
    velocity = np.zeros(X.shape[1])

    def step(w, k):
        nonlocal velocity
        velocity = 0.9 * velocity - learning_rate * compute_gradient(X, y, w)
        return w + velocity

    return _descend(X, y, learning_rate, n_iterations, step)


@misconception("gradient_descent", look="what happens to the learning rate inside the loop")
def rate_changes_on_the_way(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """Your learning rate shrinks on the way; it should stay as given."""
    return _descend(
        X, y, learning_rate, n_iterations,
        lambda w, k: w - learning_rate / (1 + 0.01 * k) * compute_gradient(X, y, w),
    )  # fmt: skip


@misconception("gradient_descent", look="how many samples enter one step")
def one_sample_at_a_time(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """Each step uses one sample only: that is stochastic gradient descent, another method."""

    def step(w, k):
        i = [k % len(y)]
        return w - learning_rate * compute_gradient(X[i], y[i], w)

    return _descend(X, y, learning_rate, n_iterations, step)


@misconception("gradient_descent", look="the condition that leaves the loop")
def stops_early(X, y, learning_rate=0.01, n_iterations=1000, verbose=True):
    """You stop early once the loss hardly changes; all iterations are to be made."""
    w, h = np.zeros(X.shape[1]), []
    for _ in range(n_iterations):
        h.append(compute_loss(X, y, w))
        if len(h) > 1 and abs(h[-2] - h[-1]) < 1e-7:
            break
        w = w - learning_rate * compute_gradient(X, y, w)
    return w, h


@misconception("gradient_descent", look="the defaults in the `def` line")
def other_defaults(X, y, learning_rate=0.1, n_iterations=1000, verbose=True):
    """Your default arguments are not the ones asked for."""
    return _descend(X, y, learning_rate, n_iterations)


@misconception("gradient_descent", look="the defaults in the `def` line")
def other_default_iterations(X, y, learning_rate=0.01, n_iterations=100, verbose=True):
    """Your default number of iterations is not the one asked for."""
    return _descend(X, y, learning_rate, n_iterations)


@prediction
def two_steps(t: Trial) -> float:
    w = 4.0
    for _ in range(2):
        w = w - 0.1 * (2 * w)
    return w


@prediction
def direction(t: Trial) -> str:
    loss = [4.0**2]
    w = 4.0
    for _ in range(20):
        w = w + 0.1 * (2 * w)
        loss.append(w**2)
    return "stays" if loss[-1] == loss[0] else "climbs" if loss[-1] > loss[0] else "same"


@prediction
def history_length(t: Trial) -> float:
    X, y = sample(np.random.default_rng(0), 20, 3)
    return float(len(t.call("gradient_descent", X, y, 0.1, 50, False)[1]))


@figure
def path_of_two_weights(t: Trial) -> Iterator[Figure]:
    X, y = sample(np.random.default_rng(4), 60, 2)
    series = []
    for rate in (0.3, 3.0):
        points = [np.ravel(t.call("gradient_descent", X, y, rate, k, False)[0]) for k in range(1, 26)]
        xs, ys = (tuple(float(p[j]) for p in points) for j in range(2))
        series.append(Series(f"learning rate {rate:g}", ys, xs))
    yield Curves(
        "The way your two weights go on a small problem, 25 steps",
        tuple(series),
        "first weight",
        "second weight",
    )
