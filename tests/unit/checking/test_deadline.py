"""A limit counts the seconds a process had, not those it stood in a queue."""

from __future__ import annotations

import pytest

from tutor.checking import deadline
from tutor.checking.deadline import Deadline


def test_it_ends_after_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a queue the limit is the wall clock's."""
    now = 100.0
    monkeypatch.setattr(deadline.time, "monotonic", lambda: now)
    monkeypatch.setattr(deadline, "_queued", lambda pid: 0.0)
    limit = Deadline(1, 2.0)
    assert limit.left() == 2.0
    now = 102.0
    assert limit.left() <= 0


def test_time_in_the_queue_is_given_back_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was lost to other processes is added, up to a few times the limit in all."""
    now, queued = 100.0, 0.0
    monkeypatch.setattr(deadline.time, "monotonic", lambda: now)
    monkeypatch.setattr(deadline, "_queued", lambda pid: queued)
    limit = Deadline(1, 2.0)
    now = 100.1
    assert limit.left() == pytest.approx(1.9)
    now, queued = 102.0, 1.5
    assert limit.left() == pytest.approx(1.5)
    now, queued = 110.0, 10.0
    assert limit.left() <= 0
