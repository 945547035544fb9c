"""Days of study begin at four in the morning, wherever one is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from tutor.review.days import Days, day_text, read_day

RABAT, TOKYO = ZoneInfo("Africa/Casablanca"), ZoneInfo("Asia/Tokyo")


@pytest.mark.parametrize(("hour", "minute", "day"), [(3, 59, 23), (4, 0, 24), (12, 0, 24), (23, 59, 24)])
def test_a_day_begins_at_four(hour: int, minute: int, day: int) -> None:
    """One minute before four in the morning still belongs to the day before."""
    at = datetime(2026, 11, 24, hour, minute, tzinfo=RABAT).timestamp()
    assert Days(RABAT).of(at) == date(2026, 11, day).toordinal()


def test_it_is_local_time_that_counts() -> None:
    """The same moment is another day elsewhere."""
    at = datetime(2026, 11, 24, 20, 0, tzinfo=UTC).timestamp()
    assert Days(TOKYO).of(at) == Days(UTC).of(at) + 1


def test_days_go_into_the_journal_and_back() -> None:
    """What is no day is read as none."""
    day = date(2026, 11, 24).toordinal()
    assert read_day(day_text(day)) == day
    assert [read_day(text) for text in ("", "tomorrow", None, 5, "2026-13-01")] == [None] * 5
