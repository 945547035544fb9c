"""Prompts for review with fresh values: drawn from a question's families, or made of a misconception."""

from __future__ import annotations

import functools
import importlib.util
import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from tutor.checking import promises, puzzle
from tutor.checking.author import Family
from tutor.checking.material import Material
from tutor.checking.promises import line_of
from tutor.errors import CheckerError, ContentError
from tutor.model import Fresh

FAR = 1_000_003
"""From one seed to another that nothing else uses."""
TRIES = 12
NOISE = 1e-9
"""Numbers below this are rounding errors of 0."""


def fresh(request: dict[str, Any]) -> Fresh:
    """The prompt that a request asks for; CheckerError if the lab has none of this name."""
    seed, avoid = int(request["seed"]), request.get("avoid")
    if request["sort"] == "mistake":
        material = Material(
            Path(request["lab"]), Path(request["solutions"]), request["question"], tuple(request["slugs"])
        )
        held = promises.load(material.lab / f"{material.slug}.py")
        found = puzzle.about(material, held, request["name"], seed)
        if found is None:
            raise CheckerError(f"{request['question']} has no misconception {request['name']} any more.")
        return shuffled(found, seed)
    family = load(Path(request["lab"], "review", f"{request['question']}.py")).get(request["name"])
    if family is None:
        raise CheckerError(f"{request['question']} has no family {request['name']} any more.")
    return draw(family, seed, None if avoid is None else int(avoid))


def draw(family: Family, seed: int, avoid: int | None = None) -> Fresh:
    """The prompt of a seed; if the seed `avoid` asks the very same, the next seed that does not."""
    last = family.run(np.random.default_rng(avoid)).ask if avoid is not None else None
    for k in itertools.count():
        found = family.run(np.random.default_rng(seed + k * FAR))
        if found.ask != last or k == TRIES:
            return shuffled(_plain(found), seed + k * FAR)
    raise AssertionError


def shuffled(fresh: Fresh, seed: int) -> Fresh:
    """The options in another order each time: what is remembered should not be a place."""
    order = np.random.default_rng([seed, 1]).permutation(len(fresh.options))
    return replace(fresh, options=tuple(fresh.options[k] for k in order))


def _plain(fresh: Fresh) -> Fresh:
    """The answer as JSON can carry it."""
    value = fresh.answer.tolist() if hasattr(fresh.answer, "tolist") else fresh.answer
    if fresh.form == "shape":
        value = tuple(int(size) for size in value)
    elif fresh.form == "number":
        # 1e-17 instead of 0 would make the answer 0 wrong, and every other one too.
        value = 0.0 if abs(value) < NOISE else float(value)
    return replace(fresh, answer=value)


@functools.cache
def load(path: Path) -> dict[str, Family]:
    """The families in a file, by name, in its order; none if there is no such file."""
    if not path.is_file():
        return {}
    spec = importlib.util.spec_from_file_location(f"review_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ContentError(f"{path}:1: this file cannot be loaded; write it as a Python module")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise ContentError(
            f"{path}:{line_of(error, path)}: {type(error).__name__}: {error}; mend that line"
        ) from error
    return {item.name: item for item in vars(module).values() if isinstance(item, Family)}
