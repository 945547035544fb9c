"""What FSRS makes of one card: deterministic, in days of study, whatever the order of the news."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.review.memory import GRADES, History, Memory, Review, first_of_days
from tutor.review.settings import ReviewSettings

MEMORY = Memory(ReviewSettings())
START = 739_000

reviews = st.builds(
    lambda day, second, grade: Review(START + day, day * 86400.0 + second, grade),
    st.integers(0, 400),
    st.integers(0, 86399),
    st.sampled_from(GRADES),
)


def history(items: list[Review]) -> History:
    """What these reviews amount to."""
    found = History()
    for item in items:
        found.add(item, MEMORY)
    return found


def test_a_known_card_stays_away_longer_each_time() -> None:
    """Good on each due day: the intervals grow."""
    found, day, waits = History(), START, []
    for _ in range(5):
        found.add(Review(day, float(day), 3), MEMORY)
        assert found.standing is not None
        waits.append(found.standing.due_day - day)
        day = found.standing.due_day
    assert waits == sorted(set(waits))
    assert waits[0] >= 2


def test_a_card_that_was_not_known_comes_back_within_minutes() -> None:
    """Again: in ten minutes, on the same day."""
    found = history([Review(START, 1000.0, 1)])
    assert found.standing is not None
    assert found.standing.learning
    assert found.standing.due_at == 1600.0


def test_a_better_grade_never_comes_back_sooner() -> None:
    """Hard, Good, Easy: the days of the next review are in this order."""
    before = history([Review(START, 0.0, 3), Review(START + 2, 2.0, 3)]).standing
    days = [MEMORY.after(before, Review(START + 8, 8.0, grade)).due_day for grade in (2, 3, 4)]
    assert days == sorted(days)


def test_the_evening_and_the_next_morning_are_a_day_apart() -> None:
    """Ten hours between two days of study count as one day, as at any other hour."""
    evening, morning = Review(START, 0.0, 3), Review(START + 1, 36_000.0, 3)
    noon = Review(START + 1, 86_400.0, 3)
    late, early = history([evening, noon]).standing, history([evening, morning]).standing
    assert late is not None
    assert early is not None
    assert late.due_day == early.due_day


def test_lapses_are_counted_once_a_card_was_known() -> None:
    """Forgetting a card that one never knew is no lapse."""
    found = history([Review(START, 0.0, 1), Review(START, 700.0, 3), Review(START + 3, 3.0, 1)])
    assert found.standing is not None
    assert found.standing.lapses == 1
    assert found.standing.reviews == 3


def test_parameters_can_be_configured() -> None:
    """A higher wish to remember brings cards back sooner; the longest interval holds."""
    keen = Memory(ReviewSettings(retention=0.97))
    short = Memory(ReviewSettings(longest=5))
    first = Review(START, 0.0, 4)
    assert keen.after(None, first).due_day < MEMORY.after(None, first).due_day
    assert short.after(None, first).due_day == START + 5


@given(st.lists(reviews, min_size=1, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_the_news_does_not_matter(items: list[Review], luck: object) -> None:
    """Merging journals in another order, with repeated lines, gives the same standing."""
    shuffled = items + items[: len(items) // 2]
    luck.shuffle(shuffled)  # type: ignore[attr-defined]
    assert history(shuffled) == history(sorted(items))


@given(st.lists(reviews, min_size=1, max_size=12))
def test_nothing_that_happens_breaks_it(items: list[Review]) -> None:
    """Any grades on any days: the due day is finite and the recall a probability."""
    found = history(items).standing
    assert found is not None
    assert found.day <= found.due_day <= found.day + 365
    assert 0 <= MEMORY.recall(found, found.day + 30) <= 1


@pytest.mark.parametrize("grades", itertools.product(GRADES, repeat=2))
def test_repetitions_of_a_day_are_told_apart(grades: tuple[int, int]) -> None:
    """What one knew at first is the first review of a day."""
    a, b = Review(START, 0.0, grades[0]), Review(START, 700.0, grades[1])
    assert first_of_days([a, b]) == [a]
