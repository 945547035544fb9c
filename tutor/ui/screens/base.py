"""What all screens share: the looks that text may have."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.screen import ModalScreen, Screen

from tutor.ui.blocks import ROLES

R = TypeVar("R")

WIDTHS = [(0, "-narrow"), (100, "-medium"), (136, "-wide")]
"""From how many columns on: one pane at a time; tree beside statement over work; all three side by side."""
HEIGHTS = [(0, "-short"), (14, "-tall")]
"""From how many rows on there is room for the rows at the top."""


class TutorScreen(Screen[R]):
    """A whole screen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(ROLES)
    AUTO_FOCUS: ClassVar[str | None] = None

    def on_mount(self) -> None:
        """Fit the terminal from the first picture on; Textual itself does so after it."""
        self.add_class(*(_last(WIDTHS, self.app.size.width), _last(HEIGHTS, self.app.size.height)))


class TutorModal(ModalScreen[R]):
    """A question asked over the screen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(ROLES)
    AUTO_FOCUS: ClassVar[str | None] = None


def _last(thresholds: list[tuple[int, str]], length: int) -> str:
    return [name for least, name in thresholds if length >= least][-1]
