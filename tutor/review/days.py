"""Days of study: they begin at 4 in the morning, local time, so that a late evening is one day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, tzinfo

from tutor.records import record

Clock = Callable[[], float]
"""Gives the seconds since the epoch."""

DAY = 86400.0
_START = timedelta(hours=4)


@record
class Days:
    """Which day a moment belongs to."""

    zone: tzinfo | None = None
    """None: the machine's own, asked anew each time, so that a journey needs no restart."""

    def of(self, at: float) -> int:
        """The day of a moment, as a proleptic ordinal."""
        return (datetime.fromtimestamp(at, self.zone) - _START).toordinal()


def day_text(day: int) -> str:
    """An ordinal as the journal has it: 2026-11-24."""
    return date.fromordinal(day).isoformat()


def read_day(text: object) -> int | None:
    """The ordinal of such a text; None if it is none."""
    try:
        return date.fromisoformat(str(text)).toordinal()
    except ValueError:
        return None
