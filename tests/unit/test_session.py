"""The loop of a question, as every front end walks it: read, predict, write, check, look, explain, done."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any

import pytest

from tutor.errors import CheckerError, WorkspaceError
from tutor.journal import Journal
from tutor.model import Actual, Lab, Report, Status
from tutor.session import Message, Revelation, Session, Solution
from tutor.workspace import Workspace, fresh_exercise


async def check(session: Session, **options: Any) -> list[Message]:
    """Everything that a check of the current question sends."""
    return [message async for message in session.check(**options)]


async def report(session: Session) -> Report:
    """The report of a check of the current question."""
    return next(message for message in await check(session) if isinstance(message, Report))


def restarted(session: Session) -> Session:
    """Another tutor, started later on the same workspace."""
    return Session(session.lab, session.workspace, Journal(session.workspace.state), session.checker)


async def test_a_coding_question_goes_through_its_stages(session: Session, checker: Any) -> None:
    """Each step leads to the next, and a restart finds the same place."""
    question = session.question
    assert session.stage(question) == "read"
    session.open(question.slug)
    assert session.stage(question) == "predict"
    session.predict("of_three", "6", "sure")
    session.skip_predictions()
    assert session.stage(question) == "write"
    checker.status = Status.FAILED
    await check(session)
    assert session.stage(question) == "check"
    checker.status = Status.PASSED
    await check(session)
    assert session.stage(question) == "explain"
    session.explain("because")
    session.tick([True, False])
    assert session.stage(question) == "done"
    later = restarted(session)
    assert later.stage(later.lab.questions[0]) == "done"
    assert later.question.slug == "q02_look"


async def test_a_question_to_look_at_is_passed_when_it_is_explained(session: Session) -> None:
    """Until then its report says that an answer is owed."""
    question = session.open("q02_look")
    session.skip_predictions()
    assert session.stage(question) == "look"
    owed = await report(session)
    assert owed.status is Status.UNWRITTEN
    assert [result.status for result in owed.results] == [Status.PASSED, Status.UNWRITTEN]
    assert session.stage(question) == "explain" and not session.passed(question)
    session.explain("it grows")
    assert session.passed(question)
    assert (await report(session)).status is Status.PASSED


def test_nothing_advances_by_itself(session: Session) -> None:
    """`next` opens the following question; after the last there is none."""
    session.open("q01_double")
    following = session.next()
    assert following and following.slug == session.question.slug == "q02_look"
    assert session.next() is None
    assert session.question.slug == "q02_look"


def test_a_wrong_form_is_explained_and_not_recorded(session: Session) -> None:
    """The prediction stays to be answered."""
    question = session.open("q01_double")
    verdict = session.predict("of_a_table", "three", "sure")
    assert not verdict.understood and "not a shape" in verdict.message
    assert [p.name for p in session.pending_predictions(question)] == ["of_three", "of_a_table"]
    verdict = session.predict("of_a_table", "2 x 3", "sure")
    assert verdict.understood and verdict.message == "(2, 3)"
    assert [p.name for p in session.pending_predictions(question)] == ["of_three"]


@pytest.mark.parametrize(
    ("answer", "confidence", "right", "surprise"),
    [("6.05", "sure", True, False), ("5", "sure", False, True), ("5", "think so", False, False)],
)
async def test_predictions_stand_beside_actual_values(
    session: Session, checker: Any, answer: str, confidence: Any, right: bool, surprise: bool
) -> None:
    """Only a confident miss is a surprise; the outcome is recorded once and known after a restart."""
    session.open("q01_double")
    session.predict("of_three", answer, confidence)
    checker.actuals = [Actual("of_three", 6.0, yours=True), Actual("of_a_table", (2, 3), yours=True)]
    for _ in range(2):
        messages = await check(session)
        [found] = [message for message in messages if isinstance(message, Revelation)]
        assert (found.answer, found.actual, found.right, found.surprise) == (answer, 6.0, right, surprise)
        assert messages.index(found) == messages.index(checker.actuals[0]) + 1
    later = restarted(session)
    assert later.revelations(later.lab.questions[0]) == (found,)
    assert [event.kind for event in later.journal.events].count("revealed") == 1


async def test_an_option_is_stored_by_its_key(session: Session, checker: Any) -> None:
    """So a text that is improved later does not change the answer."""
    session.open("q02_look")
    assert session.predict("course", "1", "guess").message == "upwards"
    checker.actuals = [Actual("course", "up", yours=False)]
    assert any(isinstance(m, Revelation) and m.right for m in await check(session))


async def test_hints_follow_what_failed(session: Session, checker: Any) -> None:
    """The ladder of the misconception comes first, then the general one; each rung is counted once."""
    question = session.open("q01_double")
    assert (session.hint().text, session.hint().rung) == (
        "Add it to itself. Another way: think of two copies.",
        2,
    )
    checker.status, checker.misconception = Status.FAILED, "halved"
    await check(session)
    hint = session.hint()
    assert (hint.target, hint.rung, hint.of) == ("halved", 1, 1)
    assert session.hint() == hint
    assert [(h.target, h.rung) for h in session.hints_seen(question)] == [("", 1), ("", 2), ("halved", 1)]


async def test_every_checked_version_is_kept(session: Session, checker: Any) -> None:
    """The history lists them newest first, each once, with its last verdict."""
    question = session.open("q01_double")
    path = session.workspace.exercise(question.slug)
    for source, status in (("one", "failed"), ("two", "passed"), ("one", "timed_out")):
        path.write_text(source)
        checker.status = Status(status)
        await check(session)
    versions = session.history(question)
    assert [(session.journal.version(v.sha256), v.status) for v in versions] == [
        (b"one", Status.TIMED_OUT),
        (b"two", Status.PASSED),
    ]


async def test_the_version_kept_is_the_one_that_was_checked(session: Session, checker: Any) -> None:
    """A save during the check does not put other bytes under the report's name."""
    question = session.open("q01_double")
    path = session.workspace.exercise(question.slug)
    async with aclosing(session.check()) as messages:
        async for message in messages:
            path.write_text("saved meanwhile")
            if isinstance(message, Report):
                sha = message.sha256
    assert session.journal.version(sha) == b"saved meanwhile" or session.journal.version(sha)
    assert session.history(question)[0].sha256 == sha


async def test_the_report_is_also_a_file(session: Session) -> None:
    """It stands where the screen says it does."""
    found = await report(session)
    text = session.workspace.report(found.question).read_text()
    assert "q01_double: passed" in text and found.sha256[:10] in text


async def test_a_closed_check_is_cancelled(session: Session, checker: Any) -> None:
    """Closing the stream closes the run beneath, and nothing is recorded."""
    async with aclosing(session.check()) as messages:
        await anext(messages)
    assert checker.closed == 1
    assert [event.kind for event in session.journal.events] == []


async def test_our_own_fault_is_no_verdict(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """A checker that dies leaves the learner's record alone."""

    async def die(*_arguments: object, **_options: object) -> AsyncIterator[Any]:
        raise CheckerError("gone")
        yield

    monkeypatch.setattr(session.checker, "check", die)
    with pytest.raises(CheckerError):
        await check(session)
    assert session.progress["q01_double"].attempts == 0


async def test_the_solution_waits(session: Session) -> None:
    """It is shown after a pass or a recorded give-up, without its markers."""
    question = session.open("q01_double")
    refusal = session.solution(question)
    assert isinstance(refusal, str) and "--give-up" in refusal
    session.give_up()
    shown = session.solution(question)
    assert isinstance(shown, Solution)
    assert "return 2 * x" in shown.source and "###" not in shown.source
    assert shown.alternatives == "A shift of bits."
    assert not session.passed(question)


def test_reset_and_restore_lose_nothing(session: Session) -> None:
    """What was there before a reset comes back, and what a restore replaces is kept as well."""
    question = session.open("q01_double")
    path = session.workspace.exercise(question.slug)
    path.write_bytes(b"mine")
    kept = session.reset()
    assert kept and path.read_text() == fresh_exercise("little", question.slug)
    path.write_bytes(b"newer")
    session.restore(question, kept[:8])
    assert path.read_bytes() == b"mine"
    newer = session.history(question)[0]
    assert session.journal.version(newer.sha256) == b"newer" and newer.status is None


@pytest.mark.parametrize(
    ("start", "words"), [("", "no version"), ("zz", "no version begins with “zz”; `tutor history")]
)
def test_an_unknown_version_is_refused(session: Session, start: str, words: str) -> None:
    """The sentence names the command that lists them."""
    session.open("q01_double")
    session.reset()
    with pytest.raises(WorkspaceError, match=words):
        session.restore(session.question, start)


async def test_another_tutor_s_work_is_taken_in(session: Session) -> None:
    """After a refresh, or by the next thing that is recorded."""
    other = restarted(session)
    other.open("q01_double")
    await check(other)
    session.refresh()
    assert session.progress["q01_double"].passed


async def test_strangers_in_the_journal_do_no_harm(
    session: Session, little: Lab, workspace: Workspace
) -> None:
    """Questions and hints of another version of the lab are kept and ignored."""
    journal = session.journal
    journal.append("hinted", lab="little", question="q01_double", target="gone", rung=9)
    journal.append("checked", lab="little", question="q99_future", status="passed")
    journal.append("checked", lab="little", question="q01_double", status="brilliant", sha256="x")
    later = restarted(session)
    question = later.open("q01_double")
    assert later.hints_seen(question) == ()
    assert later.history(question) == []


def test_a_seen_welcome_is_remembered(session: Session) -> None:
    """The first-start page comes once."""
    assert not session.progress.welcomed
    session.welcome()
    assert restarted(session).progress.welcomed


async def test_a_seed_reaches_the_checker(session: Session) -> None:
    """A report can be run again exactly."""
    [found] = [m for m in await check(session, seed=41) if isinstance(m, Report)]
    assert found.seed == 41


def test_damage_is_told_once(session: Session) -> None:
    """By the first who meets it; later damage is told as well, and a journal put in its place begins anew."""
    session.welcome()
    with session.journal.path.open("ab") as file:
        file.write(b"garbage\n")
    (told,) = restarted(session).damage()
    assert f"{session.journal.path}:2: " in told
    assert restarted(session).damage() == []
    with session.journal.path.open("ab") as file:
        file.write(b"more\n")
    later = restarted(session)
    assert [line.partition(": ")[0] for line in later.damage()] == [f"{session.journal.path}:4"]
    assert later.damage() == restarted(session).damage() == []
    assert len(later.problems) == 2
    session.journal.path.write_bytes(b"garbage\n")
    assert len(restarted(session).damage()) == 1


def test_a_line_cut_off_by_a_kill_is_told_once(session: Session) -> None:
    """The torn end stays a line of its own; the next event follows it, and nothing is told again."""
    session.welcome()
    with session.journal.path.open("ab") as file:
        file.write(b'{"at":1,"kind":"torn","da')
    assert len(restarted(session).damage()) == 1
    assert restarted(session).damage() == []
    assert [event.kind for event in restarted(session).journal.events] == ["welcomed", "damage_told"]
