"""One try of a subject by one check: calls, comparisons, remarks, and the words for what goes wrong."""

from __future__ import annotations

import ast
import copy
import inspect
import types
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from tutor.checking import wire, words
from tutor.checking.calls import Request, call_request
from tutor.checking.compare import Comparison, Failure
from tutor.checking.host import EXERCISE, PUBLIC
from tutor.checking.subject import Outcome, Subject
from tutor.checking.traces import Trace, follow

TIME_FACTOR = 10
"""How much longer than the reference a learner's code may take, above the shortest limit."""


class Trial:
    """What a check uses to examine a subject; every value it returns is decoded data."""

    def __init__(
        self,
        subject: Subject,
        reference: types.ModuleType,
        expected: Callable[[], Subject],
        seed: int,
        limit: float,
        rng: np.random.Generator,
    ) -> None:
        self.subject = subject
        self.reference = reference
        self.seed = seed
        """Given to the learner's generators."""
        self.rng = rng
        """Draws the inputs; cannot be derived from `seed`, which the exercise could find out."""
        self.limit = limit
        """Seconds a call may take at least."""
        self.last = Outcome()
        self.trace: Trace = []
        self.following: Trace = []
        """The trace of another subject: as soon as this one answers otherwise, Diverged is raised."""
        self.remarks: dict[str, str] = {}
        self.source = ""
        self._expected = expected

    @property
    def tree(self) -> ast.Module:
        """The syntax tree of the learner's source."""
        return ast.parse(self.source)

    @property
    def loaded_output(self) -> str:
        """What the file printed while it was loaded."""
        return self.subject.loaded.stdout

    def call(
        self,
        name: str,
        *args: Any,
        seed: int | None = None,
        mutates: bool = False,
        none_ok: bool = False,
        within: float | None = None,
        **kwargs: Any,
    ) -> Any:
        """Call `name` of the exercise in its own process.

        Raises Failure, in words for the learner, for everything but a plain return. `within` lengthens the
        time limit (seconds); `mutates` allows arguments changed in place; `none_ok` allows None.
        """
        request = self._request([EXERCISE, name], args, kwargs, seed)
        return self._called(name, request, args, kwargs, within, mutates=mutates, none_ok=none_ok)

    def _called(
        self,
        name: str,
        request: Request,
        args: Any,
        kwargs: Any,
        within: float | None,
        *,
        mutates: bool = False,
        none_ok: bool = False,
    ) -> Any:
        value = self._ask(f"`{name}`", request, within)
        if not mutates:
            self._unchanged(name, args, kwargs)
        if value is None and not none_ok:
            raise Failure(f"`{name}` returned None.", "Did you forget `return`?", "returns-none")
        return value

    def method(
        self,
        handle: wire.Handle,
        name: str,
        *args: Any,
        seed: int | None = None,
        within: float | None = None,
        **kwargs: Any,
    ) -> Any:
        """Call a method of a live object of the subject."""
        return self._ask(f"`{name}`", self._request([handle.id, name], args, kwargs, seed), within)

    def public(
        self, name: str, *args: Any, seed: int | None = None, within: float | None = None, **kwargs: Any
    ) -> Any:
        """Call one of the question's public instruments, which run beside the exercise."""
        return self._ask(f"`{name}`", self._request([PUBLIC, name], args, kwargs, seed), within)

    def answer(self, oracle: Callable[..., Any]) -> None:
        """Let `oracle` answer what the public instruments put to `tutor_runner.consult` from now on."""
        self.subject.oracles["consult"] = oracle

    def get(self, handle: wire.Handle, name: str) -> Any:
        """The value of an attribute of a live object of the subject."""
        request = {"op": "get", "handle": handle.id, "name": name}
        self.last = self.subject.ask(request, [], self.limit)
        return self._value(f"the attribute `{name}`")

    def expected(self, name: str, *args: Any, seed: int | None = None, **kwargs: Any) -> Any:
        """What the reference returns for the same call, in the same form as `call`."""
        return self._reference_outcome(name, self._request([EXERCISE, name], args, kwargs, seed)).value

    def agree(
        self,
        name: str,
        *args: Any,
        rtol: float = 1e-7,
        atol: float = 1e-9,
        what: str = "the result",
        seed: int | None = None,
        within: float | None = None,
        **kwargs: Any,
    ) -> Any:
        """Call `name` and compare its result with the reference's on the same inputs; return it."""
        request = self._request([EXERCISE, name], args, kwargs, seed)
        right = self._reference_outcome(name, request)
        limit = max(self.limit, within or 0.0, TIME_FACTOR * right.seconds)
        got = self._called(name, request, args, kwargs, limit)
        try:
            self.same(
                got, right.value, rtol=rtol, atol=atol, what=what, inputs=self._bound(name, args, kwargs)
            )
        except Failure:
            self._ignored_argument(name, args, kwargs, got, seed, rtol, atol)
            raise
        return got

    def same(
        self,
        got: Any,
        want: Any,
        *,
        rtol: float = 1e-7,
        atol: float = 1e-9,
        what: str = "the result",
        inputs: Mapping[str, Any] | None = None,
    ) -> None:
        """Raise Failure, with what differs and how, unless `got` is as good as `want`."""
        Comparison(rtol, atol, inputs or {}, self.remark)(got, want, what)

    def require(
        self, condition: bool, rationale: str, help: str = "", misconception: str | None = None
    ) -> None:
        """Raise Failure(rationale, help) unless `condition` holds."""
        if not condition:
            raise Failure(rationale, help, misconception)

    def remark(self, slug: str, text: str) -> None:
        """Give advice that never fails anything; once a slug."""
        self.remarks.setdefault(slug, text)

    def remark_on_loops(self, name: str, *args: Any) -> None:
        """Say that `name` takes the values of its first argument one by one, if it does.

        Told by the steps that Python takes, not by seconds: so the remark is the same on a busy machine.
        """
        self._ask(f"`{name}`", call_request([EXERCISE, name], args, {}, self.seed, steps=True), None)
        if self.last.steps >= len(args[0]):
            self.remark(
                "slow-loop",
                f"`{name}` is right, but Python takes the {len(args[0])} values of this data set one by one. "
                "NumPy takes a whole array at once, which is many times as fast.",
            )

    def replace(self, module: str, function: str, by: Callable[..., Any]) -> Trial:
        """A trial of the same exercise loaded afresh, in which the earlier question's function is `by`.

        `by` runs here, on the trusted side; it may answer otherwise from call to call.
        """
        return self._variant({(module, function): by})

    def afresh(self) -> Trial:
        """A trial of the same exercise loaded afresh."""
        return self._variant({})

    def _variant(self, replace: Mapping[tuple[str, str], Callable[..., Any]]) -> Trial:
        subject = self.subject.variant(replace)
        trial = Trial(subject, self.reference, self._expected, self.seed, self.limit, self.rng)
        trial.source, trial.trace, trial.remarks = self.source, self.trace, self.remarks
        trial.following = self.following
        if subject.loaded.raised:
            raise words.failure(subject.loaded.raised, "the file")
        return trial

    def _request(self, target: list[Any], args: Any, kwargs: Any, seed: int | None = None) -> Request:
        return call_request(target, args, kwargs, self.seed if seed is None else seed)

    def _ask(self, what: str, request: Request, within: float | None) -> Any:
        self.last = self.subject.ask(*request, max(self.limit, within or 0.0))
        return self._value(what)

    def _value(self, what: str) -> Any:
        raised = self.last.raised
        self.trace.append((what, (raised.phase, raised.type) if raised else self.last.value))
        follow(self.trace, self.following)
        if raised:
            raise words.failure(raised, what)
        return self.last.value

    def _unchanged(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """The arguments come back: changed in place means wrong for whoever uses them next."""
        after = self.last.arguments
        if not isinstance(after, list) or len(after) != 2:
            return
        pairs = list(zip(args, after[0], strict=False))
        pairs += [(value, after[1].get(key)) for key, value in kwargs.items()]
        changed = [k for k, pair in enumerate(pairs) if _changed(*pair)]
        if changed:
            names = list(self._bound(name, args, {}))
            names = [*(names if len(names) == len(args) else map(str, range(1, len(args) + 1))), *kwargs]
            which = names[changed[0]]
            raise Failure(
                f"`{name}` changed its argument `{which}` in place: its caller finds other data there.",
                "Which operators write into an array? `a -= b` does, `a = a - b` makes a new one.",
                "mutated-input",
            )

    def _reference_outcome(self, name: str, request: Request) -> Outcome:
        outcome = self._expected().ask(*request, 60.0)
        if outcome.raised:
            raise RuntimeError(
                f"the reference `{name}` raised {outcome.raised.type}: {outcome.raised.message}"
            )
        return outcome

    def _bound(self, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
        try:
            return dict(
                inspect.signature(getattr(self.reference, name)).bind_partial(*args, **kwargs).arguments
            )
        except (TypeError, ValueError, AttributeError):
            return {}

    def _ignored_argument(
        self, name: str, args: Any, kwargs: Any, got: Any, seed: int | None, rtol: float, atol: float
    ) -> None:
        """Recognise a result that is right for a parameter's default, not for the value it was given."""
        try:
            signature = inspect.signature(getattr(self.reference, name))
        except (TypeError, ValueError, AttributeError):
            return
        bound = signature.bind_partial(*args, **kwargs)
        for key, parameter in signature.parameters.items():
            if key not in bound.arguments or parameter.default is parameter.empty:
                continue
            given = copy.copy(bound)
            given.arguments = {**bound.arguments, key: parameter.default}
            if not isinstance(bound.arguments[key], np.ndarray) and bound.arguments[key] == parameter.default:
                continue
            try:
                frozen = self.expected(name, *given.args, seed=seed, **given.kwargs)
                self.same(got, frozen, rtol=rtol, atol=atol)
            except (Failure, RuntimeError):
                continue
            raise Failure(
                f"`{name}` gives the result for `{key}` = {parameter.default!r} whatever it is given.",
                f"Where in your code is `{key}` used?",
                "ignored-argument",
            )


def _changed(before: Any, now: Any) -> bool:
    """Whether an array is no longer the same, number for number."""
    if not isinstance(before, np.ndarray):
        return False
    same_kind = isinstance(now, np.ndarray) and now.shape == before.shape
    return not (same_kind and np.array_equal(now, before, equal_nan=before.dtype.kind in "fc"))
