"""The review line by line: what is said, what may be typed, and that stopping is always possible."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest

from tutor.model import Status
from tutor.review.listing import due_lines
from tutor.review.plain import Line

from .conftest import World


async def talk(world: World, answers: Iterable[str], **settings: object) -> str:
    """Go through a review with these answers; everything that was printed."""
    said: list[str] = []
    typed = iter(answers)

    def ask(prompt: str) -> str:
        said.append(prompt)
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    await Line(world.review(**settings), said.append, ask).run()
    return "\n".join(said)


async def test_a_card_from_question_to_grade(world: World) -> None:
    """The question, the verdict, the actual value, the earlier words, the grades with their intervals."""
    world.misses(1, "value", sure=True)
    said = await talk(world, ["5", ""])
    for expected in (
        "1 card to review.",
        "[1 Title of 1: predict] (you were sure, and surprised)",
        "What is 1?",
        "Not so. You said: 5",
        "It is: 1",
        "today, you predicted (sure):\n  | 7",
        "1 Again (10 min)  2 Hard (15 min)  3 Good (2 days)  4 Easy (8 days)",
        "1 card reviewed. 1 card will be back in 10 min.",
    ):
        assert expected in said


async def test_options_have_letters(world: World) -> None:
    """So that an option whose text is a number can be named."""
    world.record("checked", 1, status="failed", sha256="0" * 64, misconception="halved", results=[])
    said = await talk(world, ["7", "b", "4"])
    assert "“7” is none of the answers; write its letter, a to b." in said
    assert "  a) Another one.\n  b) This one." in said
    assert "Right. You said: This one." in said
    assert "You foresaw 1." in said


async def test_what_was_typed_wrong_is_asked_again(world: World) -> None:
    """An answer of another form, a grade of another number."""
    world.misses(1)
    said = await talk(world, ["twelve", "1", "7", "3"])
    assert "is not a number I can read" in said
    assert "Write 1, 2, 3 or 4" in said
    assert "1 card reviewed." in said


@pytest.mark.parametrize("typed", [["q"], [], ["1"], ["1", "q"], ["", "q"]])
async def test_one_can_stop_anywhere(world: World, typed: list[str]) -> None:
    """What was not graded was not reviewed."""
    world.misses(1)
    said = await talk(world, typed)
    assert "Nothing was graded." in said
    assert not any(event.kind == "reviewed" for event in world.journal.events)


async def test_nothing_due(world: World) -> None:
    """It says so, kindly, and ends."""
    assert "Nothing to review today" in await talk(world, [])


async def test_a_function_is_checked_until_it_passes(world: World) -> None:
    """The report is shown; `s` gives up."""
    world.passes(1)
    world.checker.broken = {"value", "shape"}
    world.checker.status = Status.FAILED
    said = await talk(world, ["", "s", "1"])
    assert "q01_it: failed" in said
    assert "1 card reviewed." in said


async def test_what_the_learner_wrote_cannot_command_the_terminal(world: World) -> None:
    """Escape sequences in earlier words are taken out, other control characters are made visible."""
    world.record("explained", 1, text="red \x1b[31malert\x1b]0;title\x07 \x07bell")
    world.record("ticked", 1, points=[False, False])
    said = await talk(world, ["", "1"])
    assert r"red alert \x07bell" in said
    assert "\x1b" not in said


def test_due_cards_as_json(world: World) -> None:
    """One object a card, in the order in which they would be asked."""
    world.misses(2, "old", sure=True)
    world.passes(1)
    found = [json.loads(line) for line in due_lines(world.review())]
    assert [one["card"] for one in found] == ["q02_it/ask/old", "q01_it/ask/shape"]
    assert found[0] | {"due": ""} == {
        "card": "q02_it/ask/old",
        "lab": "six",
        "question": "q02_it",
        "sort": "ask",
        "about": "old",
        "cause": "surprise",
        "due": "",
        "overdue_days": 0,
        "reviews": 0,
        "lapses": 0,
        "stability_days": None,
        "recall": None,
    }
