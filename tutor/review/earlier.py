"""What the learner once said about a card: their prediction, their words, the code that misled them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from tutor import answers
from tutor.errors import JournalError
from tutor.journal import Journal
from tutor.model import Event, Prediction, Question
from tutor.records import record
from tutor.review.cards import Card
from tutor.review.deck import Deck
from tutor.review.words import day_words

LONGEST = 24
"""Lines of old code that are shown."""


@record
class Earlier:
    """One thing that was said before."""

    when: str
    what: str
    """Who said what, up to the words themselves."""
    text: str
    """The learner's own words or code, as they are."""
    code: bool = False


def earlier(deck: Deck, card: Card, question: Question, journal: Journal) -> tuple[Earlier, ...]:
    """The learner's own earlier words on a card, oldest first."""
    today = deck.days.of(deck.clock())

    def when(event: Event) -> str:
        return day_words(deck.days.of(event.at), today)

    events = deck.told.get(card.question, [])
    covered = deck.causes.declared.families(card.question).get(card.about, (card.about,))
    tellers: dict[str, Callable[[], Iterator[Earlier]]] = {
        "ask": lambda: _predictions(events, question, covered, when),
        "explain": lambda: _explanations(events, when),
        "mistake": lambda: _mistakes(events, card, journal, when),
        "retype": lambda: iter(()),
    }
    found = list(tellers[card.sort]()) + list(_answers(events, card, when))
    return tuple(found[:2] + found[2:][-2:])


When = Callable[[Event], str]


def _predictions(
    events: list[Event], question: Question, covered: tuple[str, ...], when: When
) -> Iterator[Earlier]:
    """The predictions that a card stands for, the missed ones, and what was thought of them afterwards."""
    missed = {event.data.get("prediction") for event in events if event.data.get("right") is False}
    predictions = {p.name: p for p in question.predictions if p.name in covered and p.name in missed}
    for event in events:
        data = event.data
        prediction = predictions.get(str(data.get("prediction")))
        if prediction is None:
            continue
        if event.kind == "predicted" and not data.get("skipped") and data.get("answer"):
            text = told(prediction, data["answer"])
            yield Earlier(when(event), f"you predicted ({data.get('confidence', 'guess')})", text)
        elif event.kind == "whyed" and data.get("text"):
            yield Earlier(when(event), "after the surprise you wrote", str(data["text"]))


def told(prediction: Prediction, answer: object) -> str:
    """A stored answer in words: the text of an option, else what was typed."""
    if prediction.kind in ("choice", "curve"):
        return answers.show(prediction, answer)
    return str(answer)


def _explanations(events: list[Event], when: When) -> Iterator[Earlier]:
    written = [event for event in events if event.kind == "explained" and event.data.get("text")]
    if written:
        yield Earlier(when(written[-1]), "you explained", str(written[-1].data["text"]))


def _mistakes(events: list[Event], card: Card, journal: Journal, when: When) -> Iterator[Earlier]:
    met = [e for e in events if e.kind == "checked" and e.data.get("misconception") == card.about]
    if not met:
        return
    times = f"you met it ({len(met)} checks)" if len(met) > 1 else "you met it"
    code = old_code(journal, met[-1].data.get("sha256"))
    yield Earlier(when(met[-1]), f"{times}; your file was" if code else times, code, code=bool(code))


def old_code(journal: Journal, sha: Any) -> str:
    """The functions of a kept version without their docstrings, cut to a few lines; empty if it is gone."""
    if not isinstance(sha, str) or not re.fullmatch(r"[0-9a-f]{64}", sha) or not journal.has(sha):
        return ""
    try:
        source = journal.version(sha).decode("utf-8", "replace")
    except JournalError:
        return ""
    bare = re.sub(r'"""(?:.|\n)*?"""|\'\'\'(?:.|\n)*?\'\'\'', "", source)
    kept = re.sub(r"\nif __name__ ==(?:.|\n)*\Z", "\n", bare)
    lines = [line.rstrip() for line in kept.splitlines() if line.strip()]
    lines = [line for line in lines if not re.match(r"\s*(?:from|import)\s|\s*#", line)]
    return "\n".join(lines[:LONGEST] + (["…"] if len(lines) > LONGEST else []))


def _answers(events: list[Event], card: Card, when: When) -> Iterator[Earlier]:
    """What was answered when the card was asked before."""
    for event in events:
        if event.kind == "reviewed" and event.data.get("card") == card.id and event.data.get("answer"):
            right = event.data.get("right")
            verdict = ", rightly" if right is True else ", which was not so" if right is False else ""
            yield Earlier(
                when(event), f"asked with other values you answered{verdict}", str(event.data["answer"])
            )
