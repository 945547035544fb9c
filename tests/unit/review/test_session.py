"""What a front end does in a review: ask, answer, turn, grade; and what it may not do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tutor.answers import Misread
from tutor.errors import TutorError
from tutor.model import Status
from tutor.review.session import Turned, due_today

from .conftest import World, graded


async def test_an_answer_is_compared_with_what_running_code_gave(world: World) -> None:
    """A right answer suggests Good, a wrong one Again; the learner's own earlier words stand beside it."""
    world.misses(1, "value", sure=True)
    world.record("whyed", 1, prediction="value", text="I forgot the 1/n")
    review = world.review()
    current = await review.next()
    assert current is not None
    assert (current.ask, current.form) == ("What is $1$?", "number")
    turned = review.answer("1.0")
    assert isinstance(turned, Turned)
    assert (turned.right, turned.actual, turned.suggested) == (True, "1", 3)
    assert [said.text for said in turned.earlier] == ["7", "I forgot the 1/n"]
    assert turned.earlier[0].what == "you predicted (sure)"
    assert turned.earlier[0].when == "today"


async def test_a_wrong_form_is_explained_and_not_graded(world: World) -> None:
    """A word where a number is asked for is no answer yet."""
    world.misses(1)
    review = world.review()
    await review.next()
    assert isinstance(review.answer("twelve"), Misread)
    assert review.turned is None
    turned = review.answer("12")
    assert isinstance(turned, Turned)
    assert (turned.right, turned.suggested) == (False, 1)


async def test_the_values_are_other_ones_each_time(world: World) -> None:
    """The seed follows the number of reviews; the last one is avoided; looking twice changes nothing."""
    world.misses(1)
    review = world.review()
    await review.next()
    await review.next()
    review.show()
    review.grade(3)
    world.clock.turn(days=10)
    await review.next()
    assert [(seed, avoid) for _, _, _, seed, avoid in world.checker.drawn] == [(1, None), (1, None), (2, 1)]


async def test_a_prediction_without_a_family_is_asked_as_it_was(world: World) -> None:
    """With what was computed then; options go by letter or text."""
    world.record("predicted", 1, prediction="old", answer="up", confidence="guess", skipped=False)
    world.record("revealed", 1, prediction="old", actual="down", right=False, surprise=False)
    review = world.review()
    current = await review.next()
    assert current is not None
    assert current.ask == "Up or down?"
    turned = review.answer("b")
    assert isinstance(turned, Turned)
    assert (turned.right, turned.actual) == (True, "downwards")
    assert turned.earlier[0].text == "upwards"
    assert world.checker.drawn == []


async def test_a_family_shows_what_was_said_of_the_prediction_it_stands_for(world: World) -> None:
    """The learner's words of then, though they were about another number."""
    world.misses(1, "wide")
    review = world.review()
    current = await review.next()
    assert current is not None
    assert current.ask == "Which shape of 1?"
    turned = review.answer("(1, 2)")
    assert isinstance(turned, Turned)
    assert turned.right
    assert turned.earlier[0].text == "7"


async def test_a_misconception_is_a_riddle_beside_the_old_code(world: World) -> None:
    """The version that had it is shown without its docstrings."""
    source = b'"""Mine."""\nimport numpy\n\n\ndef f(x):\n    """Half."""\n    return x / 2\n'
    sha = world.journal.keep(source)
    world.record("checked", 1, status="failed", sha256=sha, misconception="halved", results=[])
    review = world.review()
    current = await review.next()
    assert current is not None
    assert [option.key for option in current.options] == ["other", "halved"]
    turned = review.answer("b")
    assert isinstance(turned, Turned)
    assert turned.right
    assert turned.earlier[0].code
    assert turned.earlier[0].text == "def f(x):\n    return x / 2"


async def test_an_explanation_is_compared_by_oneself(world: World) -> None:
    """The model answer, its points and one's own words."""
    world.record("explained", 1, text="It is so.")
    world.record("ticked", 1, points=[True, False])
    review = world.review()
    current = await review.next()
    assert current is not None
    assert current.form == "recall"
    turned = review.answer("Because of x.")
    assert isinstance(turned, Turned)
    assert turned.right is None
    assert "- the second" in turned.actual
    assert turned.earlier[0].text == "It is so."
    assert turned.answer == "Because of x."


async def reach_retype(world: World) -> tuple[object, Path]:
    """Come to the card that asks to write the function again."""
    world.passes(1)
    for _ in range(9):
        review = world.review()
        while current := await review.next():
            if current.path:
                return review, current.path
            review.show()
            review.grade(4)
        world.clock.turn(days=1)
    raise AssertionError("never asked")


async def test_a_function_is_written_again_in_a_scratch_file(world: World) -> None:
    """From the fresh stub, with the same checks; the exercise and its progress stay as they are."""
    review, path = await reach_retype(world)
    assert path == world.workspace.state / "scratch" / "q01_it.py"
    assert "NotImplementedError" in path.read_text()
    mine = world.workspace.exercise("q01_it").read_bytes()
    before = sum(event.kind == "checked" for event in world.journal.events)
    world.checker.status = Status.FAILED
    assert [type(m).__name__ async for m in review.check()] == ["Result", "Report"]  # type: ignore[attr-defined]
    assert review.turned.suggested == 1  # type: ignore[attr-defined]
    world.checker.status = Status.PASSED
    path.write_text("def f(x):\n    return x\n")
    async for _ in review.check():  # type: ignore[attr-defined]
        pass
    assert review.turned.right  # type: ignore[attr-defined]
    review.grade(3)  # type: ignore[attr-defined]
    assert world.checker.checked == [path, path]
    assert not path.exists()
    assert world.workspace.exercise("q01_it").read_bytes() == mine
    assert sum(event.kind == "checked" for event in world.journal.events) == before


async def test_half_written_work_is_still_there_after_a_break(world: World) -> None:
    """Stopping loses nothing: the scratch file is made afresh only after it was graded."""
    _, path = await reach_retype(world)
    path.write_text("def f(x):\n    # half\n")
    again = world.review()
    current = await again.next()
    assert current is not None
    assert current.path == path
    assert "half" in path.read_text()


async def test_the_next_interval_is_shown_before_a_grade_is_given(world: World) -> None:
    """And it is the one that comes true."""
    world.misses(1)
    review = world.review()
    current = await review.next()
    assert current is not None
    review.show()
    assert review.intervals() == {1: "10 min", 2: "15 min", 3: "2 days", 4: "8 days"}
    review.grade(4)
    assert review.deck.due_day(current.card, review.today) == review.today + 8


async def test_the_interval_shown_knows_the_exam(world: World) -> None:
    """Four days before it, nothing is put off for eight."""
    world.misses(1)
    review = world.review()
    review.set_exam(review.today + 4)
    await review.next()
    review.show()
    assert review.intervals()[4] in ("2 days", "3 days")


async def test_a_card_that_cannot_be_asked_is_left_out_with_a_sentence(world: World) -> None:
    """The others are asked."""
    world.passes(1)
    world.passes(2)
    world.checker.broken = {"value", "shape"}
    review = world.review()
    assert await graded(review) == ["q01_it/retype", "q02_it/retype"]
    assert "value is broken." in review.refused


async def test_misuse_is_an_error_of_the_front_end(world: World) -> None:
    """Grading before turning, an unknown grade, or nothing at all."""
    review = world.review()
    with pytest.raises(ValueError, match="no card"):
        review.show()
    world.misses(1)
    await review.next()
    with pytest.raises(ValueError, match="turned"):
        review.grade(3)
    review.show()
    with pytest.raises(ValueError, match="grade is one of"):
        review.grade(5)


def test_an_exam_in_the_past_is_refused(world: World) -> None:
    """With what to write instead."""
    review = world.review()
    with pytest.raises(TutorError, match="not in the future"):
        review.set_exam(review.today)


def test_the_due_count_writes_nothing(world: World) -> None:
    """`tutor list` may ask it of a journal that no review has seen."""
    world.passes(1)
    world.passes(4)
    before = world.journal.path.read_bytes()
    assert due_today(world.lab, world.journal) == 2
    assert world.journal.path.read_bytes() == before
