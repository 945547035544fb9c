"""Everything a question's file of promises may import.

A file `labs/<lab>/<slug>.py` reads as a list of promises:

    reference = solution(__file__)

    TESTED = "what a green report means: sizes, seeds, tolerances tried, and what was not tested"

    @check
    def value(t: Trial) -> None:
        '''The loss is the mean cross-entropy of the samples.'''
        t.agree("compute_loss", X, y, w, what="the loss")

    @misconception("compute_loss", look="the 1/n in front of the sum")
    def summed_instead_of_averaged(X, y, w):
        '''You add the losses up instead of averaging them.'''
        ...

    @prediction
    def loss_at_zero(t: Trial) -> float: ...

    @figure
    def curve(t: Trial) -> Iterator[Figure]: ...

A file `labs/<lab>/review/<slug>.py` holds what is asked again later, with other values each time:

    @family
    def loss_at_zero(rng) -> Fresh:
        X, y, w = ...
        return Fresh("...", "number", reference.compute_loss(X, y, w), because="...")

Decorators return records; `promises.load` collects them from the module in the order of their definition.
A misconception is called through its record, so one may use another.
"""

from __future__ import annotations

import functools
import gzip
import importlib.util
import re
import sys
import types
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, overload

import numpy as np

from tutor.checking.compare import Failure, describe
from tutor.checking.trial import Trial
from tutor.checking.wire import Handle
from tutor.model import Curves, Figure, Fresh, Heat, Option, Picture, Series, Table
from tutor.places import solutions_folder
from tutor.records import record

__all__ = [
    "Curves",
    "Failure",
    "Figure",
    "Fresh",
    "Handle",
    "Heat",
    "Picture",
    "Series",
    "Table",
    "Trial",
    "check",
    "describe",
    "digits",
    "figure",
    "misconception",
    "prediction",
    "progress",
    "solution",
]


@record
class Check:
    """One claim about the learner's code and the function that tries it."""

    name: str
    claim: str
    run: Callable[[Trial], None]


@record
class Misconception:
    """A named wrong answer: a whole wrong implementation of one name of the exercise."""

    slug: str
    target: str
    sentence: str
    look: str
    implementation: Any

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.implementation(*args, **kwargs)


@record
class Computed:
    """A function that computes the actual value of the prediction of the same name."""

    name: str
    run: Callable[[Trial], Any]


@record
class Drawing:
    """A function that yields figures of the learner's own work."""

    run: Callable[[Trial], Iterable[Figure]]


@record
class Counted:
    """A function of an earlier question whose calls are the steps of a long run."""

    module: str
    function: str
    label: str
    loss: tuple[str, str] | None
    total: str


@record
class Family:
    """A kind of prompt for review: draws values and computes the answer to them."""

    name: str
    """That of a prediction, if it asks the same with other values."""
    run: Callable[[np.random.Generator], Fresh]
    predictions: tuple[str, ...] = ()
    """Others that it stands for when they were missed."""


def check(run: Callable[[Trial], None]) -> Check:
    """Make a check of a function whose docstring is the claim the learner reads."""
    return Check(run.__name__, _sentence(run), run)


def misconception(target: str, *, look: str) -> Callable[[Any], Misconception]:
    """Make a misconception of a wrong implementation of `target`; its docstring names the mistake.

    `look` says what to look at; it never holds the answer.
    """

    def record(implementation: Any) -> Misconception:
        name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", implementation.__name__).lower()
        return Misconception(name.replace("_", "-"), target, _sentence(implementation), look, implementation)

    return record


def prediction(run: Callable[[Trial], Any]) -> Computed:
    """Make the computation of a prediction's actual value."""
    return Computed(run.__name__, run)


def figure(run: Callable[[Trial], Iterable[Figure]]) -> Drawing:
    """Make a drawing of a generator of figures."""
    return Drawing(run)


Draw = Callable[[np.random.Generator], Fresh]


@overload
def family(first: Draw) -> Family: ...
@overload
def family(first: str, *more: str) -> Callable[[Draw], Family]: ...
def family(first: Draw | str, *more: str) -> Family | Callable[[Draw], Family]:
    """Make a family of prompts of a function that draws one from a generator.

    With the names of predictions, `@family("train_labels")`, it also stands for those when they were missed.
    """
    if not isinstance(first, str):
        return Family(first.__name__, first)
    return lambda run: Family(run.__name__, run, (first, *more))


def choices(**texts: str) -> tuple[Option, ...]:
    """The options of a prompt: key=text; they are shown in another order each time."""
    return tuple(Option(key, text) for key, text in texts.items())


def progress(
    module: str,
    function: str,
    *,
    label: str = "iteration",
    loss: tuple[str, str] | None = None,
    total: str = "n_iterations",
) -> Counted:
    """Count the calls of an earlier question's function as steps of the run that a figure draws.

    `loss` names the earlier (module, function) that takes the same arguments and gives the loss;
    `total` the parameter of the learner's function that says how many steps there will be.
    """
    return Counted(module, function, label, loss, total)


def _sentence(thing: Any) -> str:
    if not thing.__doc__:
        raise TypeError(f"{thing.__name__} has no docstring: write the sentence the learner reads")
    return " ".join(thing.__doc__.split())


def solution(promises_file: str, slug: str | None = None) -> types.ModuleType:
    """The reference module of the question that the file is about, or of `slug` in the same lab."""
    own = Path(promises_file)
    lab = own.parent.parent if own.parent.name == "review" else own.parent
    folder = solutions_folder(lab.name)
    return load_solution(folder, slug or own.stem)


@functools.cache
def load_solution(folder: Path, slug: str) -> types.ModuleType:
    """The reference module `slug` in a lab's folder of solutions."""
    spec = importlib.util.spec_from_file_location(slug, folder / f"{slug}.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"{folder / slug}.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    with _Importable(folder):
        spec.loader.exec_module(module)
    return module


class _Importable:
    """References import earlier questions by their plain names; those names must not outlive the load."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)

    def __enter__(self) -> None:
        self.before = set(sys.modules)
        sys.path.insert(0, self.folder)

    def __exit__(self, *exc: object) -> None:
        sys.path.remove(self.folder)
        for name in set(sys.modules) - self.before:
            if str(getattr(sys.modules[name], "__file__", None) or "").startswith(self.folder):
                del sys.modules[name]


@functools.cache
def _digits() -> tuple[Any, Any]:
    spec = importlib.util.find_spec("sklearn")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("scikit-learn is not installed")
    path = Path(spec.submodule_search_locations[0], "datasets", "data", "digits.csv.gz")
    with gzip.open(path, "rt", encoding="ascii") as lines:
        table = np.loadtxt(lines, delimiter=",")
    return table[:, :-1], table[:, -1].astype(np.int64)


def digits() -> tuple[Any, Any]:
    """scikit-learn's digits: X (1797, 64) float64 in 0..16 and y (1797,) int64, read without its import."""
    X, y = _digits()
    return X.copy(), y.copy()
