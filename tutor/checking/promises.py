"""Loads a question's file of promises and sorts out what it declares."""

from __future__ import annotations

import functools
import importlib.util
from pathlib import Path

from tutor.checking.author import Check, Computed, Counted, Drawing, Misconception
from tutor.errors import ContentError
from tutor.records import record


@record
class Promises:
    """What must hold of one question, in the order of its file."""

    checks: tuple[Check, ...]
    misconceptions: tuple[Misconception, ...]
    predictions: dict[str, Computed]
    figures: tuple[Drawing, ...]
    counted: Counted | None
    tested: str


def load(path: Path) -> Promises:
    """The promises in the file at `path`; ContentError with file and line when it cannot be loaded."""
    try:
        return _loaded(path, path.stat().st_mtime_ns)
    except FileNotFoundError:
        raise ContentError(
            f"{path}:1: there is no such file of promises; write it or run `tutor dev new`"
        ) from None


@functools.lru_cache(maxsize=64)
def _loaded(path: Path, changed: int) -> Promises:
    spec = importlib.util.spec_from_file_location(f"promises_{path.stem}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise ContentError(
            f"{path}:{line_of(error, path)}: {type(error).__name__}: {error}; mend that line"
        ) from error
    found = list(vars(module).values())
    checks = tuple(item for item in found if isinstance(item, Check))
    if not checks:
        raise ContentError(
            f"{path}:1: no function is marked @check; a question without checks promises nothing"
        )
    return Promises(
        checks=checks,
        misconceptions=tuple(item for item in found if isinstance(item, Misconception)),
        predictions={item.name: item for item in found if isinstance(item, Computed)},
        figures=tuple(item for item in found if isinstance(item, Drawing)),
        counted=next((item for item in found if isinstance(item, Counted)), None),
        tested=str(getattr(module, "TESTED", "")),
    )


def line_of(error: BaseException, path: Path) -> int:
    """The line of `path` (1-based) that an exception came from."""
    if isinstance(error, SyntaxError) and error.lineno:
        return error.lineno
    line, trace = 1, error.__traceback__
    while trace:
        if trace.tb_frame.f_code.co_filename == str(path):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
