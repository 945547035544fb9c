"""Compares a learner's value with the right one: kind, shape and type first, then the numbers.

What differs in style only becomes a remark. Words never give the right value away.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from tutor.checking import relations
from tutor.checking.wire import Handle

Remark = Callable[[str, str], None]


class Failure(Exception):
    """A check's refusal: what was seen, and what to look at."""

    def __init__(
        self,
        rationale: str,
        help: str = "",
        misconception: str | None = None,
        line: int | None = None,
        seen: str | None = None,
    ) -> None:
        super().__init__(rationale)
        self.rationale = rationale
        self.seen = rationale if seen is None else seen
        """The rationale without any guess at the cause: what stands beside a named misconception."""
        self.help = help
        self.misconception = misconception
        self.line = line


class Unwritten(Failure):
    """The exercise itself says that it is still to be written."""


class TimedOut(Failure):
    """The exercise did not answer in time."""


def describe(value: Any) -> str:
    """What a value looks like, in a few words: kind, shape, type."""
    if value is None:
        return "None"
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape} and type {value.dtype}"
    if is_tensor(value):
        return f"a tensor of shape {tuple(value.shape)} and type {str(value.dtype).removeprefix('torch.')}"
    if isinstance(value, bool | np.bool_):
        return f"the truth value {bool(value)}"
    if isinstance(value, int | float | np.number):
        return f"the number {value:.6g}" if np.isreal(value) else f"the complex number {value}"
    if isinstance(value, str):
        return f"the text {value[:40]!r}"
    if isinstance(value, Handle):
        return _describe_object(value)
    kinds: dict[type, str] = {list: "a list", tuple: "a tuple", dict: "a dictionary"}
    kind = kinds.get(type(value), f"a {type(value).__name__}")
    return f"{kind} of {len(value)} items" if hasattr(value, "__len__") else kind


def _describe_object(value: Handle) -> str:
    if value.type_name in ("function", "builtin_function_or_method", "method", "type"):
        return f"a {value.type_name.partition('_')[0]}, not called: are its parentheses missing?"
    if value.type_name == "generator":
        return "a generator: wrap it in list(…) or use return instead of yield"
    if value.type_name == "numpy.ndarray":
        return "an array of type object: its items are not plain numbers"
    return f"an object of type {value.type_name}"


def shape_of(value: Any) -> tuple[int, ...] | None:
    """The shape of an array, of lists that form one, or of a number; None for anything else."""
    try:
        return tuple(np.shape(value))
    except Exception:  # whatever a ragged list or an odd object leads to
        return None


def is_tensor(value: Any) -> bool:
    """Whether `value` is a torch tensor, without importing torch."""
    torch = sys.modules.get("torch")
    return torch is not None and isinstance(value, torch.Tensor)


class Comparison:
    """One comparison: its tolerances, the names of its inputs, and where its remarks go."""

    def __init__(self, rtol: float, atol: float, inputs: Mapping[str, Any], remark: Remark) -> None:
        self.rtol = rtol
        self.atol = atol
        self.inputs = inputs
        self.remark = remark

    def __call__(self, got: Any, want: Any, what: str) -> None:
        """Raise Failure unless `got` is `want` in every way that matters."""
        if isinstance(want, dict):
            self._dict(got, want, what)
        elif isinstance(want, tuple):
            self._tuple(got, want, what)
        elif isinstance(want, list) and not _numeric(want):
            self._list(got, want, what)
        elif isinstance(want, str | None | Handle):
            if type(got) is not type(want) or (isinstance(want, str) and got != want):
                raise Failure(
                    f"{_cap(what)} is {describe(got)}.", "What kind of value does the docstring promise?"
                )
        else:
            self._numbers(got, want, what)

    def _dict(self, got: Any, want: dict[Any, Any], what: str) -> None:
        if not isinstance(got, dict):
            raise Failure(
                f"{_cap(what)} is {describe(got)}, where a dictionary is asked for.", "Return a dict."
            )
        if set(got) != set(want):
            keys = ", ".join(map(repr, list(got)[:6])) or "none"
            raise Failure(
                f"The keys of {what} are not the ones asked for; they are: {keys}.",
                "Which keys, of which type?",
            )
        for key, value in want.items():
            self(got[key], value, f"{what} for {key!r}")

    def _tuple(self, got: Any, want: tuple[Any, ...], what: str) -> None:
        if not isinstance(got, tuple | list) or len(got) != len(want):
            raise Failure(
                f"{_cap(what)} is {describe(got)}, where {len(want)} values are asked for.",
                "Look at the `Returns` part of the docstring: how many values, in which order?",
            )
        for k, (mine, right) in enumerate(zip(got, want, strict=True), 1):
            self(mine, right, f"value {k} of {what}")

    def _list(self, got: Any, want: list[Any], what: str) -> None:
        if not isinstance(got, tuple | list) or len(got) != len(want):
            raise Failure(
                f"{_cap(what)} is {describe(got)}; it has the wrong length or kind.", "Return a list."
            )
        for k, (mine, right) in enumerate(zip(got, want, strict=True)):
            self(mine, right, f"{what}[{k}]")

    def _numbers(self, got: Any, want: Any, what: str) -> None:
        mine, right = self.as_array(got, want, what), _plain(want)
        self._shape(mine, right, what)
        mine = mine.reshape(right.shape)
        if close(mine, right, self.rtol, self.atol):
            return
        found = relations.between(mine, right, self.inputs, self.rtol, self.atol)
        seen = differences(mine, right, self.rtol, self.atol, what)
        if found:
            raise Failure(f"{found.sentence} {seen}", found.look, found.slug, seen=seen)
        raise Failure(seen, "Work the smallest case out by hand and compare it with what your code gives.")

    def as_array(self, got: Any, want: Any, what: str) -> Any:
        """`got` as a plain numeric array; Failure when it is of a kind that cannot stand for `want`."""
        if is_tensor(got) != is_tensor(want) and (is_tensor(got) or isinstance(got, np.ndarray)):
            raise Failure(
                f"{_cap(what)} is {describe(got)}, where {'a tensor' if is_tensor(want) else 'an array'} "
                "is asked for.",
                "Which library does this question speak of?",
            )
        if isinstance(got, list | tuple) and _plain(want).shape == ():
            raise Failure(
                f"{_cap(what)} is {describe(got)}, where one number is asked for.",
                "A comma after the value makes a tuple of it."
                if isinstance(got, tuple)
                else "Return the number itself, without brackets around it.",
            )
        if isinstance(got, list | tuple) and got and not isinstance(want, list):
            got = self._from_list(got, what)
        if isinstance(got, str | dict | Handle | list | tuple | None) and not _numeric(got):
            raise Failure(f"{_cap(what)} is {describe(got)}, not {_wanted(want)}.", _kind_help(got))
        array = _plain(got)
        if array.dtype == bool and _plain(want).dtype != bool:
            if array.ndim == 0:
                raise Failure(
                    f"{_cap(what)} is {describe(got)}, not {_wanted(want)}.", "Return the value, not a test."
                )
            self.remark(
                "truth-values",
                f"{_cap(what)} holds True and False; numbers 0 and 1 are clearer to compute with.",
            )
        if np.iscomplexobj(array):
            raise Failure(
                f"{_cap(what)} is {describe(got)}: complex numbers have no place here.",
                "Where does 1j enter?",
            )
        return array.astype(np.float64)

    def _from_list(self, got: Any, what: str) -> Any:
        several = isinstance(got, tuple) and any(shape_of(item) != () for item in got)
        if several or not _numeric(got):
            raise Failure(f"{_cap(what)} is {describe(got)}, where one array is asked for.", _kind_help(got))
        self.remark(
            "list-not-array", f"{_cap(what)} is {describe(got)}; an array would let the next step use NumPy."
        )
        return np.asarray(got, dtype=float)

    def _shape(self, mine: Any, right: Any, what: str) -> None:
        if mine.shape == right.shape:
            return
        if right.shape == () and mine.size == 1:
            self.remark(
                "one-element-array",
                f"{_cap(what)} is an array of shape {mine.shape}; a plain number is simpler.",
            )
            return
        found = relations.between_shapes(mine, right, self.rtol, self.atol)
        seen = f"{_cap(what)} has shape {mine.shape}; {_asked(right.shape)}."
        if found:
            raise Failure(f"{found.sentence} {seen}", found.look, found.slug, seen=seen)
        raise Failure(seen, "Write the shape of each factor beside it, line by line.", "wrong-shape")


def close(mine: Any, right: Any, rtol: float, atol: float) -> bool:
    """Whether two arrays of one shape agree within |mine - right| <= atol + rtol |right|."""
    return bool(mine.shape == right.shape and np.allclose(mine, right, rtol=rtol, atol=atol, equal_nan=True))


def differences(mine: Any, right: Any, rtol: float, atol: float, what: str) -> str:
    """How many values differ, which is the worst, and by how much, in one or two sentences."""
    with np.errstate(all="ignore"):
        gap = np.abs(mine - right)
        wrong = ~(np.isclose(mine, right, rtol=rtol, atol=atol, equal_nan=True))
        lost = ~np.isfinite(mine) & np.isfinite(right)
        relative = np.where(lost, np.inf, gap / np.maximum(np.abs(right), 1e-300))
    index = np.unravel_index(int(np.argmax(np.where(wrong, relative, -1.0))), right.shape)
    value, size = mine[index], relative[index]
    far = "" if not math.isfinite(size) else f", off by {_percent(float(size))}"
    if right.shape == ():
        return f"{_cap(what)} is {number(value)}{far}."
    place = index[0] if len(index) == 1 else tuple(int(k) for k in index)
    how_many = "every value differs" if wrong.all() else f"{int(wrong.sum())} of {wrong.size} values differ"
    return f"In {what}, {how_many}; the worst is at index {place}, where you have {number(value)}{far}."


def number(value: Any) -> str:
    """A number as a learner reads it."""
    return f"{float(value):.6g}"


def _percent(relative: float) -> str:
    if relative > 1e6:
        return "far more than the value itself"
    if relative >= 10:
        return f"a factor of about {relative + 1:.3g}"
    return f"{100 * relative:.2g} %" if relative >= 1e-4 else f"a relative {relative:.1e}"


def _numeric(value: Any) -> bool:
    if not isinstance(value, list | tuple) or not value:
        return False
    try:
        array = np.asarray(value)
    except ValueError:
        return False
    return array.dtype.kind in "biuf"


def _plain(value: Any) -> Any:
    return value.detach().numpy() if is_tensor(value) else np.asarray(value)


def _wanted(want: Any) -> str:
    array = _plain(want)
    kind = "tensor" if is_tensor(want) else "array"
    return "a number" if array.ndim == 0 else f"{'an' if kind == 'array' else 'a'} {kind} of numbers"


def _asked(shape: tuple[int, ...]) -> str:
    return "a single number is asked for" if shape == () else f"{shape} is asked for"


def _kind_help(got: Any) -> str:
    if got is None:
        return "Did you forget `return`?"
    if isinstance(got, tuple):
        return "Look at the `Returns` part of the docstring: how many values does it promise?"
    return "What kind of value does the docstring promise?"


def _cap(text: str) -> str:
    return text[:1].upper() + text[1:]
