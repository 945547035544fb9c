"""How well a card is remembered: FSRS, fed with one review after another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from fsrs import Card as Fsrs
from fsrs import Rating, Scheduler, State
from fsrs.scheduler import DEFAULT_PARAMETERS

from tutor.records import record
from tutor.review.settings import ReviewSettings

GRADES: tuple[int, ...] = (1, 2, 3, 4)
"""Again, Hard, Good, Easy."""

_RATINGS = {int(rating): rating for rating in Rating}


class _Quick(Fsrs):
    """FSRS copies a card before it changes it; the general way of copying takes a third of the time."""

    def __copy__(self) -> _Quick:
        twin = _Quick.__new__(_Quick)
        twin.__dict__.update(self.__dict__)
        return twin


@lru_cache(maxsize=1024)
def _moment(day: int) -> datetime:
    """A moment of a day. FSRS sees whole days of study: an evening and the next morning are a day apart."""
    return datetime.fromordinal(day).replace(tzinfo=UTC)


@dataclass(frozen=True, order=True)
class Review:
    """One grade given to a card. Ordered by day, then time."""

    day: int
    at: float
    grade: int


@record
class Standing:
    """A card after its reviews."""

    card: Fsrs
    day: int
    """Of the last review."""
    at: float
    due_day: int
    due_at: float
    """A moment within a day for a card that was not known just now; 0 for one that waits for `due_day`."""
    reviews: int = 1
    lapses: int = 0
    """How often it was forgotten."""

    @property
    def learning(self) -> bool:
        """Whether it comes back the same day."""
        return self.due_at > 0


@dataclass
class History:
    """The reviews of one card, kept in order, and what they amount to so far."""

    reviews: list[Review] = field(default_factory=list)
    standing: Standing | None = None

    def add(self, review: Review, memory: Memory) -> None:
        """Take in one more review, in whatever order they come; one that is already there changes nothing."""
        place = bisect_left(self.reviews, review)
        if self.reviews[place : place + 1] == [review]:
            return
        self.reviews.insert(place, review)
        if place == len(self.reviews) - 1:
            self.standing = memory.after(self.standing, review)
            return
        self.standing = None
        for each in self.reviews:
            self.standing = memory.after(self.standing, each)


class Memory:
    """The scheduler: deterministic, so that replaying the same reviews gives the same days."""

    def __init__(self, settings: ReviewSettings) -> None:
        steps = tuple(timedelta(minutes=step) for step in settings.steps)
        self._scheduler = Scheduler(
            parameters=settings.parameters or DEFAULT_PARAMETERS,
            desired_retention=settings.retention,
            learning_steps=steps,
            relearning_steps=steps[:1],
            maximum_interval=settings.longest,
            enable_fuzzing=False,
        )

    def after(self, standing: Standing | None, review: Review) -> Standing:
        """What a card is after one more review."""
        moment = _moment(review.day)
        before = standing.card if standing else _Quick(card_id=1, due=moment)
        card, _ = self._scheduler.review_card(before, _RATINGS[review.grade], moment)
        wait = card.due - moment
        whole = card.state is State.Review
        return Standing(
            card=card,
            day=review.day,
            at=review.at,
            due_day=review.day + (wait.days if whole else 0),
            due_at=0.0 if whole else review.at + wait.total_seconds(),
            reviews=standing.reviews + 1 if standing else 1,
            lapses=(standing.lapses if standing else 0)
            + (review.grade == 1 and before.state is State.Review),
        )

    def recall(self, standing: Standing, day: int) -> float:
        """The chance that the card is still known on a day."""
        return float(self._scheduler.get_card_retrievability(standing.card, _moment(day)))


def first_of_days(reviews: Sequence[Review]) -> list[Review]:
    """Only the first review of each day: what was really remembered, without the repetitions."""
    found: dict[int, Review] = {}
    for review in reviews:
        found.setdefault(review.day, review)
    return list(found.values())
