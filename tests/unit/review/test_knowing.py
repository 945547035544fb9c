"""What a learner is told about themselves: right numbers, kind words, and nothing from too little."""

from __future__ import annotations

from datetime import UTC

import pytest

from tutor.review.days import Days
from tutor.review.knowing import Knowledge, Level, know
from tutor.review.telling import Section, bar, judgement, tell
from tutor.session import Session

from .conftest import World, graded


def knowledge(world: World) -> Knowledge:
    """What is known now."""
    session = Session(world.lab, world.workspace, world.journal, world.checker)  # type: ignore[arg-type]
    return know(session, world.review())


def told(world: World) -> dict[str, str]:
    """The sections by title."""
    sections = tell(knowledge(world), Days(UTC), world.clock.now)
    return {section.title: "\n".join(section.lines) for section in sections}


def foresees(world: World, question: int, confidence: str, right: bool, name: str = "value") -> None:
    """A prediction and its outcome."""
    world.record("predicted", question, prediction=name, answer="7", confidence=confidence, skipped=False)
    world.record(
        "revealed",
        question,
        prediction=name,
        actual=3,
        right=right,
        surprise=confidence == "sure" and not right,
    )


def test_predictions_by_confidence(world: World) -> None:
    """Skipped ones and those whose outcome is not known yet do not count."""
    foresees(world, 1, "sure", True)
    foresees(world, 2, "sure", False)
    foresees(world, 4, "guess", True)
    world.record("predicted", 5, prediction="value", answer="", confidence="guess", skipped=True)
    world.record("predicted", 6, prediction="value", answer="1", confidence="sure", skipped=False)
    assert knowledge(world).levels == (Level("guess", 1, 1), Level("think so", 0, 0), Level("sure", 2, 1))


def test_surprises_by_topic(world: World) -> None:
    """The section with most surprises stands first."""
    foresees(world, 1, "sure", False)
    foresees(world, 5, "sure", False)
    foresees(world, 6, "sure", False)
    foresees(world, 3, "think so", False)
    assert knowledge(world).surprises == (("1.3 Section 3", 2), ("1.1 Section 1", 1))


def test_misconceptions_met_and_overcome(world: World) -> None:
    """The latest first; a pass after it means that it is overcome."""
    for found in ("halved", "halved"):
        world.record("checked", 1, status="failed", sha256="0" * 64, misconception=found, results=[])
        world.clock.turn(minutes=2)
    world.passes(1)
    world.clock.turn(days=3)
    world.record("checked", 2, status="failed", sha256="0" * 64, misconception="sign-flipped", results=[])
    found = [(one.slug, one.times, one.overcome) for one in knowledge(world).met]
    assert found == [("sign-flipped", 1, False), ("halved", 2, True)]
    assert told(world)["Misconceptions you met"].splitlines() == [
        "sign flipped (Title of 2): last seen today, still to overcome",
        "halved (Title of 1): last seen 24 Nov, 2 checks, overcome",
    ]


def test_time_is_counted_without_pauses(world: World) -> None:
    """Four minutes, then a lunch, then two."""
    world.record("opened", 1)
    world.clock.turn(minutes=4)
    world.record("hinted", 1, rung=0, target="")
    world.clock.turn(hours=2)
    world.record("opened", 2)
    world.clock.turn(minutes=2)
    world.record("hinted", 2, rung=0, target="")
    assert [(question.number, seconds) for question, seconds in knowledge(world).time] == [(1, 240), (2, 120)]
    assert "6 min of work (pauses left out), 0 checks, 2 hints." in told(world)["So far"]


async def test_retention_counts_what_came_back_on_another_day(world: World) -> None:
    """The first time, and repetitions of the same evening, say nothing about remembering."""
    world.passes(1)
    await graded(world.review(), 1)
    world.clock.turn(minutes=11)
    await graded(world.review(), 3)
    assert knowledge(world).recalled == 0
    world.clock.turn(days=20)
    world.passes(2)
    await graded(world.review(), 3)
    found = knowledge(world)
    assert (found.remembered, found.recalled) == (1, 1)
    assert "you knew 1 (100 %)" in told(world)["Remembering"]


def test_nothing_is_said_from_nothing(world: World) -> None:
    """A fresh workspace has one section."""
    assert tell(knowledge(world), Days(UTC), world.clock.now) == [
        Section("So far", ("0 of 6 questions done.",))
    ]


@pytest.mark.parametrize("confidence", ["guess", "think so", "sure"])
@pytest.mark.parametrize(("answered", "right"), [(1, 0), (3, 3), (9, 0), (9, 4), (9, 9)])
def test_words_are_kind_and_need_evidence(confidence: str, answered: int, right: int) -> None:
    """No judgement from three predictions; never a reproach."""
    said = judgement(Level(confidence, answered, right))  # type: ignore[arg-type]
    assert not said or answered >= 4
    assert not any(word in said.casefold() for word in ("bad", "poor", "fail", "wrong again", "should have"))


def test_the_bar_has_a_mark_and_needs_no_colour() -> None:
    """Filled by the share that was right; in ASCII where nothing else can be shown."""
    assert bar(Level("sure", 4, 2), ascii_only=True) == "############...........|"
    assert bar(Level("guess", 1, 1), ascii_only=True) == "########|###############"
    assert len(bar(Level("think so", 3, 0))) == 24
