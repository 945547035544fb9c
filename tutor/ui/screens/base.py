"""What all screens share: the looks that text may have."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.screen import ModalScreen, Screen

from tutor.ui.blocks import ROLES

R = TypeVar("R")


class TutorScreen(Screen[R]):
    """A whole screen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(ROLES)
    AUTO_FOCUS: ClassVar[str | None] = None


class TutorModal(ModalScreen[R]):
    """A question asked over the screen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(ROLES)
    AUTO_FOCUS: ClassVar[str | None] = None
