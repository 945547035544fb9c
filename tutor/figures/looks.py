"""What the terminal can show, and the shades it shows values in."""

from __future__ import annotations

from tutor.figures.cells import Colour
from tutor.records import record


@record
class Look:
    """Whether there is colour, and whether there is anything but ASCII."""

    colour: bool = True
    ascii: bool = False

    @property
    def shaded(self) -> bool:
        """Whether pictures can be made of coloured half blocks."""
        return self.colour and not self.ascii

    @property
    def ramp(self) -> str:
        """Characters from empty to full."""
        return " .:*#@" if self.ascii else " ░▒▓█"


_NOTHING = 26
_INK: Colour = (250, 250, 250)
_NEGATIVE: Colour = (80, 150, 255)
_POSITIVE: Colour = (255, 120, 90)


def shade(share: float) -> Colour:
    """The grey of a share of the scale: 0 is near black, 1 white."""
    return _mixed(_INK, share)


def signed_shade(share: float) -> Colour:
    """The colour of a share from -1 (blue) over 0 (near black) to 1 (red)."""
    return _mixed(_NEGATIVE if share < 0 else _POSITIVE, abs(share))


def _mixed(full: Colour, share: float) -> Colour:
    red, green, blue = (round(_NOTHING + (part - _NOTHING) * share) for part in full)
    return red, green, blue


def ink(share: float, ramp: str) -> str:
    """The character of a share of the scale."""
    return ramp[min(len(ramp) - 1, int(share * len(ramp)))]


def contrast(background: Colour) -> Colour:
    """Black or white, whichever is readable on the background."""
    return (0, 0, 0) if sum(background) > 330 else (235, 235, 235)
