"""Which cards are asked today, and in which order: interleaved, no two of a kind together, N a day."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable

from tutor.records import record
from tutor.review.cards import CAUSES, Card
from tutor.review.deck import Deck
from tutor.review.memory import Standing

LOOK_AHEAD = 60
"""Cards among which one of another topic is looked for."""


@record
class Plan:
    """What is to be asked now, and what is not."""

    cards: tuple[Card, ...]
    waiting: tuple[float, ...]
    """When the cards come back that were not known a few minutes ago, in order."""
    siblings: int
    """Due, but they rest until tomorrow: another card of their question was asked today or will be."""
    beyond: int
    """Due, but more than today's number."""
    needed: int | None
    """Cards a day that it takes to see everything before the exam, when that is more than today's number."""


def plan(deck: Deck, limit: int, last: str | None = None, without: frozenset[str] = frozenset()) -> Plan:
    """Today's plan as it is now, without some cards; `last` is the one that was asked just before."""
    now = deck.clock()
    today = deck.days.of(now)
    cards = [card for card in deck.all() if card.id not in without]
    back, waiting = _relearning(deck, cards, now, today)
    known_today = deck.touched(today)
    due = [card for card in cards if card.id not in known_today and _is_due(deck, card, today)]
    due.sort(key=lambda card: _urgency(deck, card, today))
    fresh, siblings = _without_siblings(deck, due, today)
    room = max(0, limit - len(known_today))
    chosen = [*back, *fresh[:room]]
    ordered = _interleaved(chosen, deck, last)
    held = len(chosen) - len(ordered)
    return Plan(
        tuple(ordered),
        tuple(sorted(waiting)),
        siblings + held,
        len(fresh) - len(fresh[:room]),
        _needed(deck, cards, today, limit),
    )


def _relearning(deck: Deck, cards: Iterable[Card], now: float, today: int) -> tuple[list[Card], list[float]]:
    """Cards that were not known today: those whose minutes are over, and when the others come back."""
    back, waiting = [], []
    for card in cards:
        standing = deck.standing(card.id)
        if standing and standing.learning and standing.day == today:
            if standing.due_at <= now:
                back.append((standing.due_at, card.id, card))
            else:
                waiting.append(standing.due_at)
    return [card for _, _, card in sorted(back)], waiting


def _is_due(deck: Deck, card: Card, today: int) -> bool:
    return deck.due_day(card, today) <= today


def _urgency(deck: Deck, card: Card, today: int) -> tuple[int, float, str]:
    """Confident misses first, then what is nearest to being forgotten, then new cards.

    Before an exam new cards go before known ones: everything is to be seen once.
    """
    standing: Standing | None = deck.standing(card.id)
    if standing is not None:
        return 2, deck.memory.recall(standing, today), card.id
    rank = CAUSES.index(card.cause)
    hurried = deck.days_to_exam(today) is not None
    return 0 if rank == 0 else 1 if hurried else 2 + rank, card.since, card.id


def _without_siblings(deck: Deck, due: list[Card], today: int) -> tuple[list[Card], int]:
    """One card a question and day; more before an exam, as many as it takes to see them all."""
    left = deck.days_to_exam(today)
    pending = Counter(card.question for card in due)
    seen = Counter(id.partition("/")[0] for id in deck.touched(today))
    chosen: list[Card] = []
    for card in due:
        allowed = 1 if left is None else math.ceil((pending[card.question] + seen[card.question]) / left)
        if seen[card.question] < max(1, allowed):
            seen[card.question] += 1
            chosen.append(card)
    return chosen, len(due) - len(chosen)


def _interleaved(cards: list[Card], deck: Deck, last: str | None) -> list[Card]:
    """Neighbours from other topics where possible; near-identical ones never stand side by side.

    What takes long to write comes last, so that one can stop before it.
    """
    topics = {question.slug: question.section for question in deck.lab.questions}
    rest = sorted(cards, key=lambda card: card.sort == "retype")
    left = Counter(topics[card.question] for card in rest)
    before, out = deck.cards.get(last) if last else None, []
    while rest:
        pick = _pick(rest, before, topics, left)
        if pick is None:
            break
        before = rest.pop(pick)
        left[topics[before.question]] -= 1
        out.append(before)
    return out


def _pick(rest: list[Card], before: Card | None, topics: dict[str, str], left: Counter[str]) -> int | None:
    """The place of the next card: of a topic that would else be left over, else the first of another."""
    window = list(enumerate(rest[:LOOK_AHEAD]))
    last = topics[before.question] if before else ""
    topic, number = left.most_common(1)[0]
    crowded = topic if 2 * number > len(rest) and topic != last else None
    tests: tuple[Callable[[Card], bool], ...] = (
        lambda card: topics[card.question] == crowded,
        lambda card: topics[card.question] != last,
        lambda card: not kin(before, card),
    )
    for fits in tests:
        place = next((place for place, card in window if fits(card)), None)
        if place is not None:
            return place
    return None


def kin(one: Card | None, other: Card) -> bool:
    """Whether two cards are nearly the same: of one question, about one thing or of one make."""
    if one is None or one.question != other.question:
        return False
    return one.about == other.about or (one.sort == other.sort and one.sort != "ask")


def _needed(deck: Deck, cards: list[Card], today: int, limit: int) -> int | None:
    left = deck.days_to_exam(today)
    if left is None or deck.exam is None:
        return None
    still = [card for card in cards if card.id not in deck.touched(today)]
    todo = sum(deck.due_day(card, today) < deck.exam for card in still)
    needed = math.ceil(todo / left)
    return needed if needed > limit else None
