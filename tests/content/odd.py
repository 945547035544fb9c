"""`python -m tests.content.odd [QUESTION…]`: values of every kind in place of what a function should return.

Each must end in a verdict that is about the learner's function: never in our own fault. Prints counts for each.
"""

from __future__ import annotations

import collections
import datetime
import decimal
import fractions
import sys
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from tests.content.corpus import lab
from tutor.checking import promises
from tutor.checking.author import load_solution
from tutor.checking.inline import Inline
from tutor.checking.judge import Judge
from tutor.checking.tryout import material
from tutor.model import Result, Status

SEED = 5


class Unwilling:
    """Raises at every look."""

    def __len__(self) -> int:
        raise ValueError("no length")

    def __array__(self, *args: Any, **kwargs: Any) -> Any:
        raise ValueError("no array")

    def __float__(self) -> float:
        raise ValueError("no number")


Pair = collections.namedtuple("Pair", "a b")
ENDLESS: list[Any] = []
ENDLESS.append(ENDLESS)
ODD: tuple[Any, ...] = (
    *(None, True, 1j, float("nan"), float("inf"), -0.0, 10**400, "text", "1.0", b"b", bytearray(b"x"), Ellipsis),
    *((1.0,), (1.0, 2.0), (1, 2, 3), (1, 2, 3, 4), (), (None, None), (None, [1.0]), ([], []), ((1.0, 2.0), 3.0)),
    *([], [1.0], [[1.0], [2.0, 3.0]], [1.0, [2.0]], [None], [None, None], [(1, 2), (3,)], [[]], [[], []], ENDLESS),
    *([float("nan")] * 3, [True, False], ["a", "b"], [1j], [10**400], [0.5] * 1000, [[0.5] * 3] * 3),
    *({}, {"a": 1}, {0.1: [1.0]}, {0.1: None}, {0.1: 1.0, 1.0: "x"}, {(1, 2): [1.0]}, {None: None}),
    *({1.0}, set(), frozenset(), range(3), memoryview(b"a"), object(), Unwilling(), print, int, np, NotImplemented),
    *(ValueError("x"), fractions.Fraction(1, 2), decimal.Decimal(1), datetime.date(2020, 1, 1), Pair(1, 2)),
    *(np.float16(1), np.longdouble(1), np.bool_(True), np.complex64(1), np.int8(1), np.uint64(2**63), np.str_("a")),
    *(np.datetime64("2020"), np.timedelta64(1, "D"), np.array(1.0), np.array([]), np.array(["a"]), np.array([1 + 1j])),
    *(np.array([True]), np.array([1, "b"], dtype=object), np.array(None, dtype=object), np.ones((2, 3, 4))),
    *(np.ones(0), np.ones((0, 3)), np.ones((1, 1)), np.zeros(3, dtype=[("a", int)]), np.ma.array([1.0])),
    *(np.ones(3, np.float16), np.ones(4)[::-1], np.ones(3, ">f8"), np.asfortranarray(np.ones((2, 3))), np.ones(3, int)),
    *((np.ones((3, 2)),) * 4, (np.ones(3), 1.0), (1.0, np.ones(3)), [np.ones(3), np.ones(2)]),
    *((np.ones(2), [1.0, 2.0]), [np.ones(2)] * 2, (x for x in (1, 2)), iter([1.0]), lambda: 1.0),
    *(2**53 + 1, -1, 0, 1e-320, "", "nan", [""], [b"1"], (True,), {0: 0}, {"x": {"y": [1.0]}}, [{}], ({},)),
)  # fmt: skip
"""Values of every kind that a function can return."""

Wrap = Callable[[Callable[..., Any], Any], Callable[..., Any]]


def always(good: Callable[..., Any], odd: Any) -> Callable[..., Any]:
    """Return the odd value whatever is given."""
    return lambda *args, **kwargs: odd


def later(good: Callable[..., Any], odd: Any) -> Callable[..., Any]:
    """Return it from the second call on."""
    calls: list[None] = []

    def function(*args: Any, **kwargs: Any) -> Any:
        calls.append(None)
        return good(*args, **kwargs) if len(calls) == 1 else odd

    return function


def partly(good: Callable[..., Any], odd: Any) -> Callable[..., Any]:
    """Return it in place of the first part of a result that has parts."""

    def function(*args: Any, **kwargs: Any) -> Any:
        result = good(*args, **kwargs)
        if isinstance(result, tuple | list):
            return type(result)([odd, *result[1:]])
        return {**result, next(iter(result)): odd} if isinstance(result, dict) else odd

    return function


WRAPS: tuple[Wrap, ...] = (always, later, partly)


def outcomes(
    slug: str, values: tuple[Any, ...] = ODD, wraps: tuple[Wrap, ...] = WRAPS
) -> Iterator[tuple[str, Any, Result | None]]:
    """The function, the value and the first result that is no pass (None if all pass)."""
    stuff = material(slug)
    held = promises.load(stuff.lab / f"{slug}.py")
    reference = load_solution(stuff.solutions, slug)
    functions = [name for name, each in vars(reference).items() if getattr(each, "__module__", "") == slug]
    for name in functions:
        for wrap in wraps:
            for odd in values:
                wrong = wrap(getattr(reference, name), odd)
                subject = Inline(stuff, stuff.solution, SEED, replacement=(name, wrong))
                results = Judge(stuff, held, SEED).run(subject, stuff.solution)
                yield name, odd, next((each for each in results if each.status is not Status.PASSED), None)


CODE = [question.slug for question in lab().questions if question.kind == "code"]


def main(slugs: list[str]) -> int:
    """Print the counts; 1 if anything was called our own fault."""
    warnings.simplefilter("ignore")
    faults = 0
    for slug in slugs or CODE:
        counts: collections.Counter[str] = collections.Counter()
        for name, odd, result in outcomes(slug):
            counts[result.status if result else Status.PASSED] += 1
            if result and result.status is Status.ERROR:
                faults += 1
                print(f"  {name}: {type(odd).__name__}: {result.rationale[:160]}")
        print(slug, dict(counts), flush=True)
    return min(1, faults)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
