"""The cards that are due, one JSON object a line."""

from __future__ import annotations

import json

from tutor.review.cards import Card
from tutor.review.days import day_text
from tutor.review.session import ReviewSession


def due_lines(review: ReviewSession) -> list[str]:
    """Today's cards in the order in which they would be asked."""
    return [json.dumps(_fields(review, card)) for card in review.plan().cards]


def _fields(review: ReviewSession, card: Card) -> dict[str, object]:
    standing = review.deck.standing(card.id)
    due = review.deck.due_day(card, review.today)
    return {
        "card": card.id,
        "lab": review.lab.name,
        "question": card.question,
        "sort": card.sort,
        "about": card.about,
        "cause": card.cause,
        "due": day_text(due),
        "overdue_days": max(0, review.today - due),
        "reviews": standing.reviews if standing else 0,
        "lapses": standing.lapses if standing else 0,
        "stability_days": round(float(standing.card.stability or 0.0), 2) if standing else None,
        "recall": round(review.memory.recall(standing, review.today), 3) if standing else None,
    }
