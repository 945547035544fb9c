"""The lab line by line: everything the screen does, by typing and reading alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tutor.errors import CheckerError
from tutor.model import Actual, Output, Status, Table
from tutor.plain import PlainLab
from tutor.session import Session

Walk = Callable[..., Any]


@pytest.fixture
def walk(session: Session) -> Walk:
    """Walk through the lab typing these lines, in a width of 70; what was said and asked, as one text."""

    async def typed(*lines: str, ascii_only: bool = False) -> str:
        said: list[str] = []
        left = list(lines)

        def ask(prompt: str) -> str:
            said.append(prompt)
            if not left:
                raise EOFError
            return left.pop(0)

        await PlainLab(session, said.append, ask, width=70, ascii_only=ascii_only).run()
        return "\n".join(said)

    return typed


async def test_a_question_from_reading_to_done(walk: Walk, session: Session, checker: Any) -> None:
    """Predict, check, be surprised, explain, tick, go on."""
    checker.actuals = [
        Output("hello"),
        Actual("of_three", 6.0, yours=True),
        Table("Values", ("x",), (("3",),)),
    ]
    text = await walk(
        "5", "3", "2 x 3", "", "", "I added 2", "e", "Because", "of two", "", "y", "n", "n", "", "q"
    )
    for words in (
        "Welcome.",
        "Question 1 of 2: Twice as much",
        "Noted: 5 (sure).",
        "Noted: (2, 3) (think so).",
        "q01_double: passed",
        "You predicted 5 (sure); it is 6: a surprise.",
        "What did you add?",
        "Values",
        "Your program printed:\nhello",
        "A model answer:\nBecause of the two.",
        "it says why y/n > ",
        "Question 2 of 2: Look at it",
        "  2. downwards",
        "Everything is saved",
    ):
        assert words in text, words
    state = session.progress["q01_double"]
    assert (state.explanation, state.ticks) == ("Because\nof two", [True, False])
    assert state.predictions["of_three"].why == "I added 2"
    assert session.progress["q02_look"].predictions["course"].skipped


async def test_a_wrong_form_is_asked_again(walk: Walk, session: Session) -> None:
    """With what was expected; skipping is noted."""
    text = await walk("six", "1", "6", "1", "")
    assert "is not a number I can read" in text and "Noted: 6 (guess)." in text
    assert session.progress["q01_double"].predictions["of_a_table"].skipped


async def test_hints_solution_and_reset(walk: Walk, session: Session, checker: Any) -> None:
    """The solution asks first; so does the reset, and it says the way back."""
    checker.status = Status.FAILED
    session.workspace.exercise("q01_double").write_text("mine")
    text = await walk("", "", "h", "s", "n", "s", "y", "x", "y", "l", "g look", "", "b", "", "what")
    for words in (
        "Now: mend your file",
        "Hint 1 of 2:\nAdd it to itself.",
        "Give up, and see it? y/n > ",
        "return 2 * x",
        "A shift of bits.",
        "It is fresh again. Back: tutor restore q01_double ",
        "  1  Twice as much: failed",
        "  2  Look at it: not begun",
        "“what” means nothing here",
    ):
        assert words in text, words
    assert text.count("return 2 * x") == 1
    assert session.question.slug == "q01_double"


async def test_our_own_fault_and_slips_do_not_end_the_walk(
    walk: Walk, checker: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are said in a sentence."""

    def die(*_arguments: Any, **_options: Any) -> None:
        raise CheckerError("The checker stopped.")

    monkeypatch.setattr(checker, "check", die)
    text = await walk("", "", "g 99", "?")
    assert (
        "The checker stopped." in text and "`tutor list` names them all" in text and "fresh exercise" in text
    )


async def test_it_can_be_read_in_ascii(walk: Walk) -> None:
    """For terminals that have nothing else; quotation marks become `?` at the worst."""
    text = await walk("", "", "q", ascii_only=True)
    assert "ok q01_double: passed" in text


async def test_the_last_question_has_no_next(walk: Walk) -> None:
    """It says so."""
    assert "This is the last question." in await walk("", "g 2", "", "n")
