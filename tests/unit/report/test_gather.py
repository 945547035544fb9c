"""The report says what happened, and nothing that was not earned."""

from __future__ import annotations

import asyncio

from tutor.model import Status
from tutor.report.gather import LabReport, Overcome, gather, with_figures
from tutor.report.words import entry_facts, lab_facts, met_words, verdict
from tutor.session import Session

from .conftest import CODE, FIGURES, DrawingChecker


def test_a_question_in_full(full: LabReport) -> None:
    """Code, predictions beside actual values, the why, ticks, misconceptions, figures."""
    entry = full.entries[0]
    assert entry.passed
    assert entry.code == CODE
    assert [(one.answer, one.actual, one.right, one.surprise) for one in entry.foretold] == [
        ("7", "6", False, True),
        ("(2, 3)", "(2, 3)", True, False),
    ]
    assert entry.ticks == (True, False)
    assert entry.met == (Overcome("halved", 1, True),)
    assert entry.figures == FIGURES
    assert entry.model is not None
    assert "\x1b" not in entry.explanation


def test_the_model_answer_is_shown_beside_ones_own_only(session: Session) -> None:
    """A question that was not explained keeps its secret; the fresh stub is no code."""
    report = gather(session)
    assert all(entry.model is None and not entry.code and not entry.begun for entry in report.entries)
    assert entry_facts(report.entries[0]) == "Not begun."


def test_a_file_that_broke_after_it_passed(learner: Session, drawing: DrawingChecker) -> None:
    """The version that passed is reported, and that it is not the present one."""
    learner.workspace.exercise("q01_double").write_text("def double(x):\n    return x\n")
    drawing.status = Status.FAILED
    entry = asyncio.run(with_figures(gather(learner), learner, lambda line: None)).entries[0]
    assert entry.code == CODE
    assert "the version that passed" in entry.note
    assert entry.figures == ()


def test_running_for_a_report_leaves_no_trace(learner: Session) -> None:
    """The journal is as it was: a report is no check."""
    before = learner.journal.path.read_bytes()
    asyncio.run(with_figures(gather(learner), learner, lambda line: None))
    assert learner.journal.path.read_bytes() == before


def test_words(full: LabReport) -> None:
    """The facts in sentences."""
    entry = full.entries[0]
    assert entry_facts(entry) == "Passed, 2 checks."
    assert lab_facts(full) == "1 of 2 questions done. 1 of 2 predictions were right, 1 was a surprise."
    assert [verdict(one) for one in entry.foretold] == ["✗ a surprise", "✓ as foreseen"]
    assert met_words(entry.met[0]) == "halved: overcome"
