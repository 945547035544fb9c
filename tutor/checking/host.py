"""Runs exercise code and answers requests about it with raw values, never with a verdict.

The same host works in two places: in a runner (its own confined process, for a learner's file) and in the
checker (for the reference and for misconceptions, which are the lab's own code).
"""

from __future__ import annotations

import builtins
import importlib
import importlib.machinery
import linecache
import sys
import time
import types
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, partial
from typing import Any, cast

from tutor.checking import audit, wire
from tutor.checking.left_out import Loader
from tutor.checking.meter import Meter
from tutor.checking.replay import replayable, seed_everything
from tutor.checking.stage import Here, Stage
from tutor.checking.steps import count_steps

EXERCISE, PUBLIC = "exercise", "public"
_MAX_MESSAGE = 400
_MAX_WARNINGS = 20
_clock = time.perf_counter
_exec = exec


Ask = Callable[[str, tuple[Any, ...], dict[str, Any]], Any]
"""Takes the name of an oracle and the arguments; returns its answer or raises what it raised."""


class Refused(Exception):
    """A request that cannot be met, in a phase that says whose doing it is."""

    def __init__(self, phase: str, **fields: Any) -> None:
        super().__init__(phase)
        self.fields = {"phase": phase, **fields}


class Supply:
    """Imports of earlier questions: from the sources the checker sent, from nowhere else."""

    def __init__(
        self,
        sources: Mapping[str, str],
        replaced: Mapping[str, Mapping[str, Any]],
        left_out: frozenset[str] = frozenset(),
    ) -> None:
        self.sources = sources
        self.left_out = left_out
        """Libraries in whose place stand-ins are imported."""
        self.stand_ins = Loader(left_out)
        self.replaced = replaced
        self.loaded: dict[str, types.ModuleType] = {}

    def find_spec(
        self, name: str, path: Any = None, target: Any = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Claim the supplied names, refuse the tutor's own."""
        if name in self.sources:
            loader = cast("Any", self)  # one by its methods: to import the base class takes too long
            return importlib.machinery.ModuleSpec(name, loader, origin=f"{name}.py")
        if self.left_out and (stand_in := self.stand_ins.spec(name)):
            return stand_in
        if name.partition(".")[0] == "tutor" and name not in sys.modules:
            raise ImportError("exercise code may not import the tutor itself")
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        """Leave it to the import system."""

    def exec_module(self, module: types.ModuleType) -> None:
        """Run the supplied source; then put in what a check replaces."""
        name = module.__name__
        run_source(self.sources[name], f"{name}.py", module)
        vars(module).update(self.replaced.get(name, {}))
        self.loaded[name] = module

    @contextmanager
    def active(self) -> Iterator[None]:
        """Serve imports within the block; leave `sys.modules` as it was."""
        before = {name: sys.modules.pop(name) for name in self._claimed()}
        sys.modules.update(self.loaded)
        sys.meta_path.insert(0, self)
        try:
            yield
        finally:
            sys.meta_path[:] = [finder for finder in sys.meta_path if finder is not self]
            for name in self._claimed():
                del sys.modules[name]
            sys.modules.update(before)

    def _claimed(self) -> list[str]:
        """The modules now loaded whose names are served here; thousands are looked at only if need be."""
        found = [name for name in self.sources if name in sys.modules]
        if self.left_out:
            found += [name for name in sys.modules if name.partition(".")[0] in self.left_out]
        return found


@lru_cache(maxsize=64)
def _compiled(source: str, filename: str) -> types.CodeType:
    """The checker loads a reference once for each misconception it tries in its place."""
    return compile(source, filename, "exec", dont_inherit=True)


def run_source(source: str, filename: str, module: types.ModuleType) -> None:
    """Compile and execute `source` as `module`, keeping the two phases apart."""
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    module.__file__ = filename
    try:
        code = _compiled(source, filename)
    except BaseException as error:
        line = error.lineno if isinstance(error, SyntaxError) else None
        raise Refused(
            "compile", type=type(error).__name__, message=_text(error), line=line, file=filename
        ) from None
    _exec(code, vars(module))


class Host:
    """Holds one loaded exercise and its live objects."""

    def __init__(
        self, meter: Meter | None = None, stage: Stage | None = None, ask: Ask | None = None
    ) -> None:
        self.meter = meter or Meter(None)
        self.stage = stage or Here()
        self.ask = ask
        """Puts a question to the oracle, which is on the trusted side."""
        self.counted: list[Any] | None = None
        self.module = types.ModuleType(EXERCISE)
        self.public = types.ModuleType(PUBLIC)
        self.supply = Supply({}, {})
        self.left_out: set[str] = set()
        self.filename = ""
        self.objects: dict[int, Any] = {}

    def answer(self, request: dict[str, Any], buffers: wire.Buffers) -> tuple[dict[str, Any], wire.Buffers]:
        """Answer one request; whatever the exercise does wrong becomes an answer, too."""
        try:
            return OPERATIONS[request["op"]](self, request, buffers)
        except Refused as refused:
            return {"ok": False, **refused.fields}, []
        except BaseException as error:  # a learner's code may raise anything, SystemExit included
            return {"ok": False, **self.describe(error, "call" if request["op"] != "load" else "load")}, []

    def load(self, request: dict[str, Any], buffers: wire.Buffers) -> tuple[dict[str, Any], wire.Buffers]:
        """Load the exercise: its source, the earlier questions' sources, the public instruments."""
        sources = request["modules"]
        self.filename = request["filename"]
        self.counted = request["progress"]
        if request["public"]:
            self._load_public(request["public"])
        replaced: dict[str, dict[str, Any]] = {}
        for module, name, oracle in request["replace"]:
            replaced.setdefault(module, {})[name] = self._asking(oracle, module, name)
        self.supply = Supply(sources, replaced, frozenset(self.left_out))
        seed_everything(request["seed"])
        started = _clock()
        self.module = types.ModuleType(request["name"])
        with self.supply.active(), replayable(), _collected_warnings() as caught:
            sys.modules[request["name"]] = self.module
            try:
                self.stage.perform(partial(run_source, request["source"], self.filename, self.module))
            finally:
                sys.modules.pop(request["name"], None)
        names = sorted(n for n, v in vars(self.module).items() if callable(v) and not n.startswith("__"))
        return {"ok": True, "names": names, "warnings": caught(), "seconds": _clock() - started}, []

    def _asking(self, oracle: str, module: str = "", name: str = "") -> Callable[..., Any]:
        """A function that has the trusted side answer: nothing of the answer's origin is in this process."""
        ask = self.ask
        assert ask is not None

        def asked(*args: Any, **kwargs: Any) -> Any:
            return ask(oracle, args, kwargs)

        asked.__module__, asked.__name__, asked.__qualname__ = module, name, name
        return asked

    def _leave_out(self, library: str) -> None:
        """Let the exercise find a stand-in in place of a library."""
        self.left_out.add(library)
        audit.leave_out(library)

    def _load_public(self, source: str) -> None:
        """Run the instruments; from tutor_runner they may import what stands here."""
        ours = types.ModuleType("tutor_runner")
        vars(ours)["report_progress"] = self.meter.report
        vars(ours)["leave_out"] = self._leave_out
        vars(ours)["consult"] = self._asking("consult") if self.ask else None
        sys.modules[ours.__name__] = ours
        try:
            run_source(source, "instruments.py", self.public)
        finally:
            del sys.modules[ours.__name__]

    def _count(self, function: Callable[..., Any], args: Any, kwargs: Any) -> None:
        """From the first call on, count the calls of an earlier question's function as steps of the run."""
        module, name, label, loss, total = self.counted or []
        self.meter.label = label
        self.meter.expect(function, args, kwargs, total)
        original = getattr(importlib.import_module(module), name)
        if hasattr(original, "counted_for_progress"):
            return
        measure = getattr(importlib.import_module(loss[0]), loss[1]) if loss else None
        counted = self.meter.count(original, measure)
        vars(counted)["counted_for_progress"] = True
        for holder in (*self.supply.loaded.values(), self.module):
            for key, value in list(vars(holder).items()):
                if value is original:
                    setattr(holder, key, counted)

    def call(self, request: dict[str, Any], buffers: wire.Buffers) -> tuple[dict[str, Any], wire.Buffers]:
        """Call a function, a class or a method; send back the result and the arguments as they are now."""
        args, kwargs = tuple(self.resolve(wire.decode(request["args"], buffers))), {}
        for name, value in wire.decode(request["kwargs"], buffers).items():
            kwargs[name] = self.resolve(value)
        function = self.find(request["target"])
        seed_everything(request["seed"])
        with self.supply.active(), replayable(), _collected_warnings() as caught:
            if self.counted:
                self._count(function, args, kwargs)
            started = _clock()
            steps, value = self.stage.perform(
                partial(count_steps, request.get("steps", False), function, tuple(args), kwargs)
            )
            seconds = _clock() - started
        out: wire.Buffers = []
        header = {"ok": True, "seconds": seconds, "steps": steps, "warnings": caught()}
        header["value"] = self.encoded(value, out)
        header["arguments"] = self.encoded([list(args), kwargs], out)
        return header, out

    def get(self, request: dict[str, Any], buffers: wire.Buffers) -> tuple[dict[str, Any], wire.Buffers]:
        """The value of an attribute of a live object."""
        out: wire.Buffers = []
        with self.supply.active():
            value = self.stage.perform(partial(getattr, self.objects[request["handle"]], request["name"]))
            return {"ok": True, "seconds": 0.0, "warnings": [], "value": self.encoded(value, out)}, out

    def find(self, target: list[Any]) -> Callable[..., Any]:
        """The callable that `target` names: [exercise, name], [public, name] or [id of an object, method]."""
        where, name = target
        owner = self.objects[where] if type(where) is int else self.public if where == PUBLIC else self.module
        found = vars(owner).get(name, self) if type(owner) is types.ModuleType else self
        if found is self:
            found = self.stage.perform(partial(getattr, owner, name, self))
        if found is self:
            names = sorted(n for n, v in vars(self.module).items() if callable(v) and not n.startswith("__"))
            raise Refused("name", name=name, names=names)
        if not callable(found):
            raise Refused("name", name=name, names=[], not_callable=type(found).__name__)
        return found  # type: ignore[no-any-return]

    def resolve(self, value: Any) -> Any:
        """Put the live objects back where their handles stand."""
        if type(value) is wire.Handle:
            return self.objects[value.id]
        if type(value) in (list, tuple):
            return type(value)(self.resolve(item) for item in value)
        if type(value) is dict:
            return {key: self.resolve(item) for key, item in value.items()}
        return value

    def keep(self, value: Any) -> wire.Handle:
        """Keep a live object here and give out its handle; the same object always gets the same one."""
        if id(value) not in self.objects:
            self.objects[id(value)] = value
        bases = tuple(f"{c.__module__}.{c.__qualname__}" for c in type.mro(type(value)))
        return wire.Handle(bases[0].removeprefix("builtins."), bases, id(value))

    def encoded(self, value: Any, buffers: wire.Buffers) -> wire.Encoded:
        """Encode in a phase of its own: an object may fail even at being looked at."""
        try:
            return wire.encode(value, buffers, self.keep)
        except BaseException as error:
            raise Refused("encode", type=type(error).__name__, message=self._text(error)) from None

    def _text(self, error: BaseException) -> str:
        """Its message, which exercise code may put together itself."""
        return self.stage.perform(partial(_text, error))

    def describe(self, error: BaseException, phase: str) -> dict[str, Any]:
        """What was raised, and the last line of the exercise on its way."""
        line, function, frames = None, "", 0
        trace = error.__traceback__
        inside = ""
        while trace is not None and frames < 10_000:
            code = trace.tb_frame.f_code
            if code.co_filename == self.filename:
                line, function = trace.tb_lineno, code.co_name
            elif code.co_filename.removesuffix(".py") in self.supply.sources:
                inside = code.co_filename
            trace, frames = trace.tb_next, frames + 1
        fields = {"phase": phase, "type": type(error).__name__, "message": self._text(error), "line": line}
        if isinstance(error, PermissionError) and error.errno is not None:
            fields |= {"type": "RefusedError", "message": audit.explain(error)}
        return {**fields, "function": function, "file": self.filename, "inside": inside}


OPERATIONS: dict[str, Callable[..., tuple[dict[str, Any], wire.Buffers]]] = {
    "load": Host.load,
    "call": Host.call,
    "get": Host.get,
}


@contextmanager
def _collected_warnings() -> Iterator[Callable[[], list[str]]]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield lambda: [
            f"{w.category.__name__}: {str(w.message)[:_MAX_MESSAGE]}" for w in caught[:_MAX_WARNINGS]
        ]


def _text(error: BaseException) -> str:
    try:
        return builtins.str(error)[:_MAX_MESSAGE]
    except BaseException:
        return ""
