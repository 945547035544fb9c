"""The table `[review]` of the settings files: how many cards a day, and the scheduler's parameters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from tutor.records import record
from tutor.settings_file import SettingsFile, read


@record
class ReviewSettings:
    """What is in force; every field may stand in `[review]` of a settings file."""

    limit: int = 20
    """Cards a day."""
    retention: float = 0.9
    """The share of cards that should still be known when they come back; between 0.7 and 0.97."""
    steps: tuple[float, ...] = (10.0,)
    """Minutes after which a card that was not known comes back the same day."""
    longest: int = 365
    """Days of the longest interval."""
    parameters: tuple[float, ...] = ()
    """FSRS's 21 parameters, as its optimizer gives them; empty: its defaults."""
    problems: tuple[str, ...] = ()
    """Sentences about what was not understood."""


def load_review(files: Iterable[Path]) -> ReviewSettings:
    """Read the settings from files, least important first; what is wrong with them is in `problems`."""
    settings = ReviewSettings()
    for path in files:
        file = read(path)  # what is wrong with the whole of it is said by the one who reads the rest
        settings = _overlay(settings, file, file.table.get("review", {}))
    return settings


def _overlay(settings: ReviewSettings, file: SettingsFile, table: Any) -> ReviewSettings:
    if not isinstance(table, dict):
        return _with_problem(settings, f"{file.at('review')}: [review] is a section; the defaults hold.")
    known = {field.name for field in fields(ReviewSettings)} - {"problems"}
    for name, value in table.items():
        if name in known and _sound(name, value):
            change: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value}
            settings = replace(settings, **change)
            continue
        instead = f"{getattr(settings, name)!r} is used instead" if name in known else "it is left out"
        what = f"`{name} = {value!r}` under [review] was not understood; {instead}."
        settings = _with_problem(settings, f"{file.at(name, 'review')}: {what}")
    return settings


def _with_problem(settings: ReviewSettings, problem: str) -> ReviewSettings:
    return replace(settings, problems=(*settings.problems, problem))


def _sound(name: str, value: Any) -> bool:
    if name in ("limit", "longest"):
        return type(value) is int and 1 <= value <= 36500
    if name == "retention":
        return isinstance(value, float) and 0.7 <= value <= 0.97
    numbers = isinstance(value, list) and all(type(item) in (int, float) for item in value)
    if name == "steps":
        return numbers and all(1 <= item <= 600 for item in value)
    return numbers and fits_scheduler(value)


def fits_scheduler(parameters: list[float]) -> bool:
    """Whether FSRS takes them: 21 numbers within its bounds."""
    from fsrs import Scheduler

    try:
        Scheduler(parameters)
    except ValueError:
        return False
    return True
