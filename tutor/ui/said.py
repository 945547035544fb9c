"""Turns what the tutor refuses into a sentence on the screen instead of the end of the program."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from textual.screen import Screen

from tutor.errors import TutorError

P = ParamSpec("P")
S = TypeVar("S", bound="Screen[Any]")


def said(action: Callable[Concatenate[S, P], None]) -> Callable[Concatenate[S, P], None]:
    """Run an action of a screen; a TutorError becomes a notice and the screen stays usable."""

    @wraps(action)
    def guarded(screen: S, /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            action(screen, *args, **kwargs)
        except TutorError as error:
            screen.notify(str(error), severity="error", timeout=12, markup=False)

    return guarded
