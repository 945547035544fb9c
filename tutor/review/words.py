"""Words for intervals, days and the reasons of a card."""

from __future__ import annotations

from datetime import date

from tutor.review.cards import Card, Cause

GRADE_WORDS = {1: "Again", 2: "Hard", 3: "Good", 4: "Easy"}

CAUSE_WORDS: dict[Cause, str] = {
    "surprise": "you were sure, and surprised",
    "miss": "you predicted something else",
    "mistake": "a misconception you met",
    "incomplete": "your explanation left something out",
    "concept": "you passed the question",
}

SORT_WORDS = {
    "ask": "predict",
    "mistake": "find the mistake",
    "explain": "explain",
    "retype": "write it again",
}


def why_asked(card: Card) -> str:
    """Why a card exists, as half a sentence."""
    return CAUSE_WORDS[card.cause]


def interval(days: int) -> str:
    """A number of days in a word or two."""
    if days <= 0:
        return "today"
    if days == 1:
        return "tomorrow"
    if days < 14:
        return f"{days} days"
    if days < 60:
        return f"{round(days / 7)} weeks"
    if days < 365:
        return f"{round(days / 30.4)} months"
    return "a year" if days < 550 else f"{days / 365.25:.1f} years"


def minutes(seconds: float) -> str:
    """A short wait: 10 min."""
    return f"{max(1, round(seconds / 60))} min"


def day_words(day: int, today: int) -> str:
    """A day as one says it: today, yesterday, 3 Nov, 3 Nov 2025."""
    if day == today:
        return "today"
    if day == today - 1:
        return "yesterday"
    found = date.fromordinal(day)
    year = "" if found.year == date.fromordinal(today).year else f" {found.year}"
    return f"{found.day} {found:%b}{year}"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: 1 card, 3 cards."""
    return f"{number} {one if number == 1 else many or one + 's'}"
