"""The words for what a learner knows about themselves: kind, concrete, and the same on every screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tutor.cleaning import one_line
from tutor.records import record
from tutor.review.days import Days
from tutor.review.knowing import JUST_RIGHT, Knowledge, Level, Met
from tutor.review.words import count, day_words
from tutor.summary import duration

BAR = 24
"""Cells of a calibration bar."""
ENOUGH = 4
"""Predictions of a kind before anything is said about them."""
SHOWN = 6
"""Lines of a list."""


@record
class Section:
    """A heading and its lines."""

    title: str
    lines: tuple[str, ...]


def tell(knowledge: Knowledge, days: Days, now: float, *, ascii_only: bool = False) -> list[Section]:
    """Everything in sections; those with nothing to say are left out."""
    found = (
        Section("So far", _so_far(knowledge)),
        Section("How sure, how right", _calibration(knowledge, ascii_only)),
        Section("Surprises, by topic", _surprises(knowledge)),
        Section("Misconceptions you met", _met(knowledge, _day(days, now))),
        Section("Where the time went", _time(knowledge)),
        Section("Remembering", _remembering(knowledge)),
    )
    return [section for section in found if section.lines]


def _so_far(knowledge: Knowledge) -> tuple[str, ...]:
    summary = knowledge.summary
    lines = [f"{summary.passed} of {summary.questions} questions done."]
    if knowledge.time:
        lines.append(
            f"{duration(sum(seconds for _, seconds in knowledge.time))} of work (pauses left out), "
            f"{count(summary.attempts, 'check')}, {count(summary.hints, 'hint')}."
        )
    if summary.explained:
        lines.append(f"{count(summary.explained, 'explanation')} in your own words.")
    return tuple(lines)


def _calibration(knowledge: Knowledge, ascii_only: bool) -> tuple[str, ...]:
    if not any(level.answered for level in knowledge.levels):
        return ()
    lines = [
        f"{level.confidence:<9}{bar(level, ascii_only)}  {level.right} of {level.answered}"
        for level in knowledge.levels
        if level.answered
    ]
    mark = "|" if ascii_only else "│"
    lines.append(
        f"{mark} is where the word would be just right: a guess 1 in 3, think so 2 in 3, sure 19 in 20."
    )
    return (*lines, *filter(None, map(judgement, knowledge.levels)))


def bar(level: Level, ascii_only: bool = False) -> str:
    """The share of right answers, with a mark where the word would be just right."""
    full, empty, mark = ("#", ".", "|") if ascii_only else ("█", "░", "│")
    filled = round(level.share * BAR)
    cells = [full] * filled + [empty] * (BAR - filled)
    cells[min(BAR - 1, round(JUST_RIGHT[level.confidence] * BAR))] = mark
    return "".join(cells)


def judgement(level: Level) -> str:
    """A sentence on one confidence; empty when there is too little to go by."""
    if level.answered < ENOUGH:
        return ""
    if level.confidence == "sure":
        if level.share >= 0.85:
            return "When you are sure, you can rely on it."
        wrong = level.answered - level.right
        return (
            f"You were sure and surprised {count(wrong, 'time')}: in these moments one learns most. Before "
            "you say “sure”, name the one thing that could make it wrong."
        )
    if level.confidence == "guess" and level.share >= 0.6:
        return "Your guesses are better than you think: trust them a little more."
    if level.confidence == "think so" and level.share < 0.4:
        return "“Think so” turns out otherwise more often than not: try the smallest example first."
    return ""


def _surprises(knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(f"{section}: {number}" for section, number in knowledge.surprises[:SHOWN])


def _met(knowledge: Knowledge, day: Callable[[float], str]) -> tuple[str, ...]:
    def line(one: Met) -> str:
        times = "" if one.times == 1 else f", {one.times} checks"
        state = "overcome" if one.overcome else "still to overcome"
        return f"{name(one.slug)} ({one.question.title}): last seen {day(one.last)}{times}, {state}"

    more = len(knowledge.met) - SHOWN
    lines = [line(one) for one in knowledge.met[:SHOWN]]
    return tuple([*lines, f"… and {more} more"] if more > 0 else lines)


def name(slug: str) -> str:
    """A misconception's slug as words."""
    return one_line(slug).replace("-", " ")


def _time(knowledge: Knowledge) -> tuple[str, ...]:
    longest = [one for one in knowledge.time if one[1] >= 60][:SHOWN]
    return tuple(
        f"{question.number:2} {question.title}: {duration(seconds)}" for question, seconds in longest
    )


def _remembering(knowledge: Knowledge) -> tuple[str, ...]:
    if not knowledge.cards:
        return ()
    lines = [f"{count(knowledge.cards, 'card')}, {knowledge.due} of them to review today (`tutor review`)."]
    if knowledge.recalled:
        share = round(100 * knowledge.remembered / knowledge.recalled)
        known = f"{knowledge.remembered} ({share} %)"
        lines.append(f"Of {knowledge.recalled} that came back on another day you knew {known}.")
    return tuple(lines)


def _day(days: Days, now: float) -> Callable[[float], str]:
    today = days.of(now)

    def say(at: float) -> str:
        try:
            return day_words(days.of(at), today)
        except (ValueError, OverflowError, OSError):
            return day_words(date(1970, 1, 1).toordinal(), today)

    return say
