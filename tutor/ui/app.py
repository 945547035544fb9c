"""The screen: `run` opens it on a session and comes back when the learner quits."""

from __future__ import annotations

import asyncio
import os
import signal
import traceback
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from typing import Any, ClassVar

from rich.text import Text
from textual import work
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from tutor.checking.client import Checker
from tutor.cleaning import clean
from tutor.errors import CheckerError, TutorError
from tutor.files import private_folder, write_atomically
from tutor.session import Session
from tutor.settings import THEMES, Settings, Theme, load, remember
from tutor.ui.desk import Desk
from tutor.ui.keys import APP_KEYS
from tutor.ui.prose import draw_formulas
from tutor.ui.screens.base import HEIGHTS, WIDTHS
from tutor.ui.screens.lab import LabScreen
from tutor.ui.themes import DARK, LIGHT, NAMES

STOPPED = 143
"""Exit status after a signal asked us to end."""


def run(session: Session, settings: Settings, *, review: bool = False, limit: int | None = None) -> int:
    """Open the screen, on the review if asked to; returns the exit status."""
    if settings.theme != load(session.workspace.root).theme:
        remember(settings, "theme", settings.theme)
    app = TutorApp(session, settings)
    app.begins_with_review, app.desk.review_limit = review, limit
    try:
        app.run(mouse=settings.mouse)
    finally:
        _end_input(app)
    return app.return_code or 0


def _end_input(app: App[None]) -> None:
    """End the thread that reads keys: when the terminal goes away under it, it would read for ever."""
    ending = getattr(app._driver, "exit_event", None)
    if ending is not None:
        ending.set()


class TutorApp(App[None]):
    """The frame of all screens: themes, keys, palette, signals."""

    CSS_PATH = "tutor.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*APP_KEYS]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, session: Session, settings: Settings) -> None:
        self._colourless = "NO_COLOR" in os.environ
        super().__init__(ansi_color=True if self._colourless else None)
        self.desk = Desk(session, settings, self._colourless)
        self.begins_with_review = False
        self._theme_word: Theme = settings.theme
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self._begin_with("ansi-dark" if self._colourless else NAMES[settings.theme])
        if settings.reduced_motion:
            self.animation_level = "none"
        self.set_class(settings.ascii, "-only-ascii")
        draw_formulas(not settings.ascii)
        self.set_keymap(dict(settings.keys))

    def _begin_with(self, theme: str) -> None:
        """Set the theme before styles are read; a change afterwards reads all of them again."""
        if theme not in (DARK.name, LIGHT.name):
            self.theme = theme  # colours of the terminal need the filters that a change brings about
            return
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self.update_classes(
            {"-dark-mode": theme == DARK.name, "-light-mode": theme == LIGHT.name}, update=False
        )

    def get_default_screen(self) -> Screen[Any]:
        """Begin in the lab."""
        return LabScreen(self.desk)

    def on_mount(self) -> None:
        """Take signals as a wish to quit, and warm the checker once the first picture is shown."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            with suppress(NotImplementedError, AttributeError):
                loop.add_signal_handler(getattr(signal, name), partial(self.exit, return_code=STOPPED))
        self._tell_problems()
        if not self.desk.session.progress.welcomed:
            self.welcome()
        self.call_after_refresh(self._warm)
        self.call_after_refresh(self.action_review if self.begins_with_review else self._count_due)

    @work(exit_on_error=False)
    async def _warm(self) -> None:
        """Start the engines: the one the question in view needs first, then the rest."""
        import tutor.ui.run  # noqa: F401 - the first verdict should not wait for it

        checker = self.desk.session.checker
        if not isinstance(checker, Checker):
            return
        engines = dict.fromkeys(
            (self.desk.session.question.engine, *(q.engine for q in self.desk.session.lab.questions))
        )
        for engine in engines:
            with suppress(CheckerError, OSError):
                await checker.start(engine)

    def _tell_problems(self) -> None:
        unknown = [f"There is no key named {id} to change; ? lists them." for id in self.desk.key.unknown]
        for problem in (*self.desk.settings.problems, *self.desk.session.damage(), *unknown):
            self.notify(problem, severity="warning", timeout=12, markup=False)

    def notify(self, message: str, **options: Any) -> None:
        """Show a sentence for a while; names in it come from outside."""
        super().notify(clean(message), **options)

    def welcome(self) -> None:
        """Say what this is, which keys matter, and where the files are."""
        from tutor.ui.screens.welcome import welcome

        def read(_: None) -> None:
            with suppress(TutorError):
                self.desk.session.welcome()

        self.push_screen(welcome(self.desk), read)

    def action_review(self) -> None:
        """Go through what is due for review."""
        from tutor.ui.screens.review import ReviewScreen

        if not isinstance(self.screen, ReviewScreen):
            self.push_screen(ReviewScreen(self.desk), self._reviewed)

    def _reviewed(self, _: None) -> None:
        self._count_due()

    def action_progress(self) -> None:
        """Show what the learner knows about what they know."""
        from tutor.ui.screens.progress import ProgressScreen

        self.push_screen(ProgressScreen(self.desk))

    @work(exit_on_error=False, thread=True, exclusive=True, group="due")
    def _count_due(self) -> None:
        """Count the cards that are due, aside: a long journal takes a moment."""
        from tutor.review.opening import due_now

        with suppress(TutorError, OSError):
            self.desk.due = due_now(self.desk.session)
            self.call_from_thread(self._show_due)

    def _show_due(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, LabScreen):
                screen.show_bars()

    def action_opening(self) -> None:
        """Show how to follow the lab."""
        from tutor.ui.screens.welcome import opening

        self.push_screen(opening(self.desk))

    def action_help(self) -> None:
        """Show every key."""
        from tutor.ui.screens.ask import ReadScreen
        from tutor.ui.screens.welcome import help_text

        self.push_screen(ReadScreen("Keys", help_text(self.desk)))

    def action_theme(self, word: str = "") -> None:
        """Change the theme, to a named one or to the next, and remember it."""
        following = THEMES[(THEMES.index(self._theme_word) + 1) % len(THEMES)]
        self._theme_word = next((theme for theme in THEMES if theme == word), following)
        if self._colourless:
            self.notify("NO_COLOR is set: there are no colours to change.", markup=False)
            return
        self.theme = NAMES[self._theme_word]
        if refusal := remember(self.desk.settings, "theme", self._theme_word):
            self.notify(refusal, severity="warning", markup=False)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Put every key into the palette, and every question."""
        from tutor.ui.palette import commands

        yield from commands(self, screen if isinstance(screen, LabScreen) else None)

    def _fatal_error(self) -> None:
        """Textual's hook for what nobody caught: a sentence instead of pages; the pages go into a file."""
        path = self.desk.session.workspace.state / "crash.txt"
        with suppress(OSError):
            private_folder(path.parent)
            write_atomically(path, traceback.format_exc().encode("utf-8", "backslashreplace"), private=True)
        said = f"The screen failed: our fault. Your work is kept; run `tutor` again. Details: {path}"
        self.exit(return_code=2, message=Text(clean(said)))

    async def action_quit(self) -> None:
        """Quit at once: everything is already kept, and whatever runs is stopped."""
        if getattr(self.screen, "unsaved", False):
            from tutor.ui.screens.ask import ConfirmScreen

            ask = ConfirmScreen(
                "Quit without saving?", "What you changed in the editor is not in the file.", "quit"
            )
            self.push_screen(ask, lambda agreed: self.exit() if agreed else None)
            return
        self.exit()

    async def on_unmount(self) -> None:
        """Stop the children."""
        checker = self.desk.session.checker
        if isinstance(checker, Checker):
            for station in checker.stations.values():
                station.kill()  # nothing of theirs is worth waiting for: what counts is in the journal
        await self.desk.session.close()
