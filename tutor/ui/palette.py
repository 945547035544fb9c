"""What ctrl+p offers: every key of the screen, every question, the themes, the pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App, SystemCommand
from textual.binding import Binding

from tutor.settings import THEMES
from tutor.ui.keys import APP_KEYS, LAB_KEYS
from tutor.ui.screens.base import TutorScreen
from tutor.ui.screens.lab import LabScreen

if TYPE_CHECKING:
    from tutor.ui.app import TutorApp


def commands(app: TutorApp, lab: LabScreen | None) -> Iterator[SystemCommand]:
    """Every command; those of the lab only while it is in front."""
    yield from (_of_key(binding, app, app) for binding in APP_KEYS)
    if lab is not None:
        yield from (_of_key(binding, app, lab) for binding in LAB_KEYS)
        for one in app.desk.session.lab.questions:
            where = f"Go to question {one.number}"
            yield SystemCommand(f"{one.number:02d} {one.title}", where, partial(lab.go_to, one.slug))
        yield SystemCommand("Summary", "How the lab went so far", lab.show_summary)
    for theme in THEMES:
        yield SystemCommand(f"Theme: {theme}", "Colours of the screen", partial(app.action_theme, theme))
    yield SystemCommand("Welcome page", "What this is and where the files are", app.welcome)


def _of_key(binding: Binding, app: TutorApp, node: App[None] | TutorScreen[None]) -> SystemCommand:
    key = app.desk.key(binding.id or "")
    return SystemCommand(binding.description, f"Key {key}", partial(app.run_action, binding.action, node))
