"""Today's cards: urgent first, siblings rest, topics alternate, N a day, more before an exam."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tutor.review.plan import kin

from .conftest import World, graded


def topics(world: World, ids: list[str]) -> list[str]:
    """The section of each card."""
    sections = {question.slug: question.section for question in world.lab.questions}
    return [sections[id.partition("/")[0]] for id in ids]


def pass_all(world: World) -> None:
    """Six questions passed, a minute apart."""
    for question in range(1, 7):
        world.passes(question)
        world.clock.turn(minutes=1)


def test_one_card_of_a_question_a_day(world: World) -> None:
    """The others rest, and the plan says how many."""
    pass_all(world)
    found = world.review().plan()
    assert sorted(card.question for card in found.cards) == [q.slug for q in world.lab.questions]
    assert found.siblings == 11


async def test_siblings_rest_after_one_was_asked(world: World) -> None:
    """Until four in the morning, whoever asks."""
    world.passes(1)
    assert len(await graded(world.review())) == 1
    assert world.review().plan().cards == ()
    world.clock.turn(hours=11)
    assert len(world.review().plan().cards) == 1


def test_a_confident_miss_comes_first(world: World) -> None:
    """Before older cards and other misses."""
    world.misses(1, "old")
    world.record("checked", 2, status="failed", sha256="0" * 64, misconception="halved", results=[])
    world.passes(5)
    world.clock.turn(minutes=3)
    world.misses(6, "old", sure=True)
    order = [card.id for card in world.review().plan().cards]
    assert order[0] == "q06_it/ask/old"
    assert order.index("q02_it/mistake/halved") < order.index("q05_it/ask/shape")


def test_topics_alternate(world: World) -> None:
    """No two neighbours from one section, as long as there are others."""
    pass_all(world)
    order = topics(world, [card.id for card in world.review().plan().cards])
    assert all(a != b for a, b in pairwise(order))


@pytest.mark.parametrize("limit", [1, 3, 5])
async def test_so_many_a_day(world: World, limit: int) -> None:
    """The limit holds over several sittings of a day, and the next day has its own."""
    pass_all(world)
    first = world.review(limit=limit)
    assert len(first.plan().cards) == limit
    assert first.plan().beyond == 6 - limit
    assert len(await graded(first)) == limit
    assert world.review(limit=limit).plan().cards == ()
    world.clock.turn(days=1)
    assert len(world.review(limit=limit).plan().cards) == limit


async def test_what_was_not_known_comes_back_the_same_day(world: World) -> None:
    """After its minutes, beyond the limit, and never right after itself."""
    pass_all(world)
    review = world.review(limit=2)
    first = await review.next()
    assert first is not None
    review.show()
    review.grade(1)
    assert first.card not in review.plan().cards
    assert len(review.plan().waiting) == 1
    world.clock.turn(minutes=11)
    second = await review.next()
    assert second is not None
    assert second.card != first.card
    review.show()
    review.grade(3)
    third = await review.next()
    assert third is not None
    assert third.card == first.card


async def test_the_only_card_is_not_asked_twice_in_a_row(world: World) -> None:
    """With nothing in between the sitting ends; a new one may ask it."""
    world.passes(1)
    review = world.review()
    assert await graded(review, 1) == ["q01_it/ask/shape"]
    world.clock.turn(minutes=11)
    assert await review.next() is None
    assert await world.review().next() is not None


def test_kin() -> None:
    """Two misconceptions of a question are of a kind; two of its predictions are not."""
    from tutor.review.cards import Card

    def card(id: str) -> Card:
        question, sort, about = id.split("/")
        return Card(question, sort, about, "concept", 0.0)  # type: ignore[arg-type]

    assert kin(card("a/mistake/x"), card("a/mistake/y"))
    assert kin(card("a/ask/x"), card("a/ask/x"))
    assert not kin(card("a/ask/x"), card("a/ask/y"))
    assert not kin(card("a/mistake/x"), card("b/mistake/x"))
    assert not kin(None, card("a/ask/x"))


async def test_everything_is_seen_before_the_exam(world: World) -> None:
    """Siblings rest less when time is short: all 17 cards are asked in the three days that are left."""
    pass_all(world)
    review = world.review()
    review.set_exam(review.today + 3)
    seen: set[str] = set()
    for _ in range(3):
        order = await graded(review)
        assert all(a != b for a, b in pairwise(order))
        seen.update(order)
        world.clock.turn(days=1)
    assert seen == set(review.deck.cards)


def test_an_exam_that_needs_more_cards_a_day_is_said(world: World) -> None:
    """17 cards in three days are six a day."""
    pass_all(world)
    review = world.review(limit=2)
    assert review.plan().needed is None
    review.set_exam(review.today + 3)
    assert review.plan().needed == 6
    world.clock.turn(seconds=1)
    review.set_exam(None)
    assert review.plan().needed is None
