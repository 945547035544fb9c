"""The layers around a runner: prepared once in the zygote, put on by each runner, reported to `tutor doctor`.

Each layer may be missing or fail; then it says so and the others go on.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable, Collection, Sequence
from dataclasses import astuple, replace
from pathlib import Path
from typing import Literal, TypeVar

from tutor.checking import audit, kernel, landlock, limits, places, processes, seccomp
from tutor.checking.processes import sweep
from tutor.records import record

__all__ = ["Layer", "Prepared", "confine", "prepare", "probe", "sweep"]

State = Literal["on", "off", "missing"]
Built = TypeVar("Built")
NAMES = (
    "sub-reaper",
    "session",
    "parent death",
    "capabilities",
    "landlock",
    "limits",
    "seccomp",
    "audit hook",
)

GAPS = {
    "landlock": "read, change and delete every file that you can",
    "seccomp": "start programs, use the network and stop other programs of yours",
}
"""The walls that nothing else stands in for, and what exercise code may do without each."""
SWITCH = "TUTOR_WITHOUT"
"""Names layers to leave out, and `landlock=N` for an old version of it: for tests of what is then said."""


@record
class Layer:
    """What one layer achieved."""

    name: str
    state: State
    """on: in force; off: this platform has it, but not here and now; missing: this platform has no such
    thing."""
    detail: str
    gap: str = ""
    """What exercise code may do for want of it, in words for a learner; empty if nothing."""


@record
class Prepared:
    """What the zygote has worked out for its runners."""

    libraries: audit.Folders
    """What may be read, for the audit hook."""
    landlock: landlock.Ruleset | Layer
    """The layer says why there is no ruleset."""
    seccomp: seccomp.Program | Layer
    adopts: Layer
    sizes: int | None
    """An open file with this process's memory sizes."""
    parent: int
    skip: frozenset[str]


def _layer(name: str, step: Callable[[], str], skip: Collection[str] = ()) -> Layer:
    if name in skip:
        return _absent(name, "off", "switched off")
    try:
        return Layer(name, "on", step())
    except kernel.UnavailableError as why:
        return _absent(name, "missing", str(why))
    except (OSError, ValueError) as error:
        return _absent(name, "off", f"could not be set: {error}")


def _absent(name: str, state: State, detail: str) -> Layer:
    return Layer(name, state, detail, GAPS.get(name, ""))


def _built(name: str, build: Callable[[], Built]) -> Built | Layer:
    try:
        return build()
    except kernel.UnavailableError as why:
        return _absent(name, "missing", str(why))
    except OSError as error:
        return _absent(name, "off", f"could not be prepared: {error}")


def prepare(
    readable: Sequence[Path] = (), hidden: Sequence[Path] = (), skip: Collection[str] = ()
) -> Prepared:
    """Works out, in the zygote and once, what all its runners share; makes it the reaper of strays.

    Exercise code may read Python and its libraries, the system's, and `readable`; never the tutor itself,
    the repository it is run from, or `hidden` (solutions, a workspace). `skip` names layers to leave out.
    """
    skip = {*skip, *filter(None, os.environ.get(SWITCH, "").split(","))}
    granted, listed = places.readable(readable, [*places.own_places(), *hidden])
    return Prepared(
        libraries=audit.Folders([*granted, *listed, *map(Path, (*places.SYSTEM, "/proc/self"))]),
        landlock=_built("landlock", lambda: landlock.build(granted, listed, places.DEVICES)),
        seccomp=_built("seccomp", seccomp.build),
        adopts=_layer("sub-reaper", processes.adopt, skip),
        sizes=limits.sizes(),
        parent=os.getpid(),
        skip=frozenset(skip),
    )


def _landlock(prepared: Prepared, temporary: Path) -> Layer:
    rules = prepared.landlock
    if isinstance(rules, Layer):
        return rules
    layer = _layer("landlock", lambda: landlock.restrict(rules, temporary), prepared.skip)
    return replace(layer, gap=layer.gap or landlock.gap(rules.version))


def _seccomp(prepared: Prepared) -> Layer:
    program = prepared.seccomp
    if isinstance(program, Layer):
        return program
    return _layer("seccomp", lambda: seccomp.install(program), prepared.skip)


def confine(prepared: Prepared, temporary: Path, memory: int, cpu_seconds: int) -> list[Layer]:
    """Binds this process, a runner just forked, for good. `memory` in bytes beyond what it has already.

    `temporary` exists and is the one folder it may write to. Says what each layer achieved; never raises for
    a layer's sake.
    """
    skip = prepared.skip
    alone = isinstance(prepared.seccomp, Layer) or "seccomp" in skip
    threads = limits.user_threads() if alone else None  # landlock hides other processes
    return [
        prepared.adopts,
        _layer("session", processes.own_session, skip),
        _layer("parent death", lambda: processes.die_with(prepared.parent), skip),
        _layer("capabilities", processes.drop_capabilities, skip),
        _landlock(prepared, temporary),
        # Only now: landlock's rules hold more files open than a runner may.
        _layer("limits", lambda: limits.apply(prepared.sizes, memory, cpu_seconds, threads), skip),
        _seccomp(prepared),
        _layer("audit hook", lambda: audit.install(temporary, prepared.libraries), skip),
    ]


def _report(write_end: int) -> None:
    """In a throw-away process: prepares, confines a child of its own, and passes on what that reports."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = prepare()
        child = os.fork()
        if not child:
            layers = confine(prepared, Path(folder), 256 * limits.MEGABYTE, 5)
            os.write(write_end, json.dumps([astuple(each) for each in layers]).encode())
            os._exit(0)
        os.waitpid(child, 0)


def probe() -> list[Layer]:
    """What each layer achieves on this machine, found out by trying it in a throw-away process."""
    if sys.platform == "win32":
        return [_absent(name, "missing", "this system cannot fork") for name in NAMES[:-1]]
    read_end, write_end = os.pipe()
    child = os.fork()
    if not child:
        try:
            _report(write_end)
        finally:
            os._exit(0)
    os.close(write_end)
    with os.fdopen(read_end, "rb") as answers:
        text = answers.read()
    os.waitpid(child, 0)
    if not text:
        return [_absent(name, "off", "the trial process ended early") for name in NAMES]
    return [Layer(*each) for each in json.loads(text)]
