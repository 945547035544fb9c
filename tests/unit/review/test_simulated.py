"""A learner over sixty days: what is due each day, how intervals grow, and what an exam changes."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from tutor.review.session import ReviewSession

from .conftest import World, dice


@dataclass
class Diary:
    """What happened on each day, counted from the first."""

    asked: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    intervals: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def seen_between(self, first: int, last: int) -> set[str]:
        """The cards asked on these days."""
        return {id for day in range(first, last + 1) for id in self.asked[day]}


def learns(world: World, day: int) -> None:
    """One question a day in the first days, with a miss here and there."""
    if day < 6:
        world.misses(day + 1, "old", sure=day % 2 == 0)
        world.passes(day + 1)


async def reviews(world: World, review: ReviewSession, luck: random.Random, diary: Diary, day: int) -> None:
    """One sitting, and a second one for what was not known; knows nine cards in ten."""
    for _ in range(3):
        while current := await review.next():
            review.show()
            grade = 1 if luck.random() < 0.1 else luck.choice((2, 3, 3, 3, 4))
            review.grade(grade)
            diary.asked[day].append(current.card.id)
            standing = review.deck.standing(current.card.id)
            assert standing is not None
            if not standing.learning:
                diary.intervals[current.card.id].append(standing.due_day - standing.day)
            world.clock.turn(seconds=40)
        world.clock.turn(minutes=20)


async def live(
    world: World, days: int, *, limit: int = 20, exam: int | None = None, away: range = range(0)
) -> Diary:
    """Sixty evenings; each starts the tutor afresh, as one does."""
    diary, luck = Diary(), dice(7)
    evening = world.clock.now
    for day in range(days):
        world.clock.now = evening + day * 86400
        learns(world, day)
        if day in away:
            continue
        review = world.review(limit=limit)
        if exam is not None and day == 6:
            review.set_exam(review.today + exam - 6)
        await reviews(world, review, luck, diary, day)
    return diary


async def test_sixty_days(world: World) -> None:
    """Work comes in the beginning and thins out; no card is forgotten, no day is too full."""
    diary = await live(world, 60)
    distinct = {day: len(set(ids)) for day, ids in diary.asked.items()}
    assert max(distinct.values()) <= 6
    assert sum(distinct.get(day, 0) for day in range(15)) > sum(distinct.get(day, 0) for day in range(45, 60))
    assert all(distinct.get(day, 0) >= 1 for day in range(8))
    review = world.review()
    assert diary.seen_between(0, 59) == set(review.deck.cards)
    assert len(review.deck.cards) == 6 * 2 + 5 + 6


async def test_intervals_grow_for_what_is_known(world: World) -> None:
    """The last interval of nearly every card is longer than its first."""
    diary = await live(world, 60)
    grown = [waits[-1] > waits[0] for waits in diary.intervals.values() if len(waits) > 2]
    assert len(grown) > 10
    assert sum(grown) / len(grown) > 0.8


async def test_siblings_and_the_limit_hold_every_day(world: World) -> None:
    """Two cards of one question never share a day; three a day are three a day."""
    diary = await live(world, 40, limit=3)
    for ids in diary.asked.values():
        questions = [id.partition("/")[0] for id in set(ids)]
        assert len(set(questions)) == len(questions) <= 3


async def test_no_card_twice_in_a_row(world: World) -> None:
    """On no day, whatever was not known."""
    diary = await live(world, 40)
    for ids in diary.asked.values():
        assert all(a != b for a, b in pairwise(ids)) or len(set(ids)) == 1


@pytest.mark.parametrize("exam", [14, 30, 45])
async def test_everything_is_seen_in_the_days_before_the_exam(world: World, exam: int) -> None:
    """In the second half of the time that is left, and never later than its eve."""
    diary = await live(world, exam, exam=exam)
    assert diary.seen_between(exam // 2, exam - 1) == set(world.review().deck.cards)


async def test_after_the_exam_intervals_are_free_again(world: World) -> None:
    """Cards go beyond it, as they would without."""
    await live(world, 21, exam=20)
    review = world.review()
    later = [review.deck.due_day(card, review.today) for card in review.deck.cards.values()]
    assert max(later) > review.today + 5


async def test_two_weeks_away_do_not_drown_the_learner(world: World) -> None:
    """What has piled up comes back a few a day, most forgotten first."""
    diary = await live(world, 40, limit=4, away=range(10, 25))
    assert len(set(diary.asked[25])) == 4
    assert all(len(set(ids)) <= 4 for ids in diary.asked.values())
