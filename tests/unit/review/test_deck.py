"""The deck is derived from events alone: replayed, merged, torn by clocks, it stays the same or harmless."""

from __future__ import annotations

import random
from datetime import UTC, date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tutor.model import Event, Lab
from tutor.review.days import Days
from tutor.review.deck import Deck
from tutor.review.memory import Memory
from tutor.review.settings import ReviewSettings

from .conftest import Clock, World, graded

NOW = Clock().now
DAY = 86400.0
TODAY = Days(UTC).of(NOW)
ASK = "q01_it/ask/value"


def deck(lab: Lab, events: list[Event], zone: object = UTC, now: float = NOW) -> Deck:
    """The deck of some events."""
    found = Deck(lab, Memory(ReviewSettings()), Days(zone), lambda: now)  # type: ignore[arg-type]
    found.follow(events)
    return found


def reviewed(ago: float, grade: int = 3, card: str = ASK, **more: object) -> Event:
    """A review some days ago."""
    at = NOW - ago * DAY
    day = date.fromordinal(Days(UTC).of(at)).isoformat()
    question = card.partition("/")[0]
    return Event(
        "reviewed", at, {"lab": "six", "question": question, "card": card, "grade": grade, "day": day, **more}
    )


def added(ago: float, cause: str = "concept", card: str = ASK) -> Event:
    """A card added some days ago."""
    question, sort, about = card.split("/")
    data = {"lab": "six", "question": question, "card": card, "sort": sort, "about": about, "cause": cause}
    return Event("card_added", NOW - ago * DAY, {**data, "since": NOW - ago * DAY})


def exam(ago: float, ahead: int | None) -> Event:
    """An exam, set some days ago, so many days ahead of today."""
    when = None if ahead is None else date.fromordinal(TODAY + ahead).isoformat()
    return Event("exam_set", NOW - ago * DAY, {"lab": "six", "date": when})


def state(found: Deck) -> object:
    """Everything that a plan depends on."""
    due = {card.id: found.due_day(card, TODAY) for card in found.cards.values()}
    return found.cards, found.histories, due, found.exam, found.exam_set


events = st.one_of(
    st.builds(
        added,
        st.floats(0, 90),
        st.sampled_from(["concept", "miss", "surprise"]),
        st.sampled_from([ASK, "q02_it/ask/shape"]),
    ),
    st.builds(reviewed, st.floats(0, 90), st.integers(1, 4), st.sampled_from([ASK, "q02_it/ask/shape"])),
    st.builds(exam, st.floats(0, 90), st.one_of(st.none(), st.integers(-5, 40))),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(items=st.lists(events, max_size=14), seed=st.integers(0, 99))
def test_replay_and_merge(lab: Lab, items: list[Event], seed: int) -> None:
    """In pieces, in another order, with repeated lines: the same deck."""
    mixed = items + items[::2]
    random.Random(seed).shuffle(mixed)
    pieces = deck(lab, [])
    for event in items:
        pieces.follow([event])
    assert state(deck(lab, items)) == state(pieces) == state(deck(lab, mixed))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(["card_added", "reviewed", "exam_set", "revealed", "checked", "ticked", "new"]),
    at=st.floats(),
    data=st.dictionaries(
        st.sampled_from(
            ["lab", "question", "card", "grade", "day", "since", "sort", "about", "cause", "date", "points"]
        ),
        st.one_of(
            st.none(),
            st.booleans(),
            st.floats(),
            st.text(max_size=4),
            st.just("six"),
            st.just("q01_it"),
            st.lists(st.none()),
        ),
    ),
)
def test_no_event_breaks_it(lab: Lab, kind: str, at: float, data: dict[str, object]) -> None:
    """Whatever a damaged line or another version wrote."""
    found = deck(lab, [added(3), Event(kind, at, {"lab": "six", **data}), reviewed(1)])
    assert found.standing(ASK) is not None
    assert found.due_day(found.cards[ASK], TODAY) >= TODAY - 1


def test_a_review_from_the_future_does_not_hide_a_card(lab: Lab) -> None:
    """A clock that was wrong once, by 70 years, costs nothing: the card comes back as if asked then."""
    far = Event("reviewed", NOW + 70 * 365 * DAY, {**reviewed(0).data, "day": "2096-01-01"})
    found = deck(lab, [added(30), reviewed(20), far])
    assert found.due_day(found.cards[ASK], TODAY) < TODAY + 60


def test_a_clock_set_back_floods_nobody(lab: Lab) -> None:
    """When the machine believes it is 2020, all that was reviewed counts as reviewed just now."""
    past = NOW - 6 * 365 * DAY
    found = deck(lab, [added(30), reviewed(20), reviewed(15)], now=past)
    today = Days(UTC).of(past)
    assert found.due_day(found.cards[ASK], today) > today


def test_a_day_far_from_its_own_moment_is_not_believed(lab: Lab) -> None:
    """The day in an event is a courtesy of the one who wrote it; it may be off by a journey, no more."""
    odd = deck(lab, [added(30), reviewed(20, day="1999-01-01")])
    assert odd.standing(ASK) == deck(lab, [added(30), reviewed(20)]).standing(ASK)


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles", "Africa/Casablanca"])
def test_a_journey_changes_no_memory(lab: Lab, zone: str) -> None:
    """The standing is the one that was earned at home."""
    told = [added(40), reviewed(30), reviewed(25), reviewed(10, 2)]
    assert deck(lab, told, ZoneInfo(zone)).standing(ASK) == deck(lab, told).standing(ASK)


def test_an_exam_brings_everything_back_before_it(lab: Lab) -> None:
    """A card that would come back after the exam comes back before it; one that comes in time is left."""
    told = [added(60), reviewed(50), reviewed(40, 4), reviewed(1, 4)]
    free = deck(lab, told)
    assert free.due_day(free.cards[ASK], TODAY) > TODAY + 20
    held = deck(lab, [*told, exam(0, 20)])
    assert TODAY < held.due_day(held.cards[ASK], TODAY) < TODAY + 20


def test_an_exam_that_is_over_or_off_caps_nothing(lab: Lab) -> None:
    """Intervals are their own again."""
    told = [added(60), reviewed(50), reviewed(40, 4), reviewed(1, 4)]
    free = deck(lab, told)
    for extra in ([exam(30, -1)], [exam(5, 20), exam(1, None)]):
        again = deck(lab, [*told, *extra])
        assert again.due_day(again.cards[ASK], TODAY) == free.due_day(free.cards[ASK], TODAY)


def test_on_the_eve_of_the_exam(lab: Lab) -> None:
    """What was seen today is done; what was not comes back today."""
    unseen = deck(lab, [added(60), reviewed(50, 4), reviewed(20, 4), exam(3, 1)])
    seen = deck(lab, [added(60), reviewed(50, 4), reviewed(0, 4), exam(3, 1)])
    assert unseen.due_day(unseen.cards[ASK], TODAY) <= TODAY
    assert seen.due_day(seen.cards[ASK], TODAY) > TODAY


async def test_two_tutors_on_one_journal(world: World) -> None:
    """Both add the same cards and both review: each sees what the other did."""
    world.passes(1)
    one, two = world.review(), world.review()
    two.grow()
    first = await one.next()
    assert first is not None
    one.show()
    one.grade(3)
    assert await two.next() is None or two.prompt.card.id != first.card.id  # type: ignore[union-attr]
    one.refresh()
    two.refresh()
    assert one.deck.histories == two.deck.histories
    assert one.deck.cards == two.deck.cards


async def test_a_round_trip_through_the_journal(world: World) -> None:
    """A deck read back from the disk is the deck that was reviewed."""
    for question in range(1, 7):
        world.passes(question)
    review = world.review()
    for _ in range(5):
        await graded(review)
        world.clock.turn(days=1)
    again = world.review()
    assert state(again.deck) == state(review.deck)
    merged = Path(world.journal.path)
    lines = merged.read_text().splitlines(keepends=True)
    merged.write_text("".join(lines + lines[::3]))
    assert state(world.review().deck) == state(review.deck)


def test_the_days_of_the_exam_are_counted(lab: Lab) -> None:
    """Today included; none when there is no exam to come."""
    assert deck(lab, [exam(0, 5)]).days_to_exam(TODAY) == 5
    assert deck(lab, [exam(0, 0)]).days_to_exam(TODAY) is None
    assert deck(lab, []).days_to_exam(TODAY) is None
