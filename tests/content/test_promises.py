"""What every question of every lab promises, whoever wrote it: one parametrised file, no names of content."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tutor.answers import Misread, matches, show, understand
from tutor.checking import promises, tryout
from tutor.checking.inline import Inline
from tutor.checking.judge import DECIDED, Judge
from tutor.checking.promises import Promises
from tutor.content import lab_names, load_lab, verify
from tutor.content_gate import _stray_files, broken_text, signatures
from tutor.model import Lab, Question, Status
from tutor.places import labs_folder
from tutor.workspace import fresh_exercise, solution_source

LABS = [load_lab(labs_folder() / name) for name in lab_names()]
QUESTIONS = [pytest.param(lab, question, id=question.slug) for lab in LABS for question in lab.questions]
SEED = 20_250_101

every_question = pytest.mark.parametrize(("lab", "question"), QUESTIONS)


@cache
def promised(path: Path) -> Promises:
    """The promises of a question, loaded once."""
    return promises.load(path)


def of(question: Question) -> Promises:
    """The promises of a question."""
    return promised(question.source.with_suffix(".py"))


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.name)
def test_a_lab_reads_well_and_is_whole(lab: Lab) -> None:
    """Every text parses, and no file belongs to no question."""
    verify(lab)
    assert list(_stray_files(lab)) == []


@every_question
def test_texts_and_stub_keep_their_form(lab: Lab, question: Question) -> None:
    """Rungs, points, formulas that fit, and the stub on disk is the one the solution releases."""
    assert list(broken_text(lab, question)) == []


@every_question
def test_the_stub_has_the_solution_s_signatures(lab: Lab, question: Question) -> None:
    """Same functions, arguments and docstrings, so what a learner reads is what is checked."""
    fresh, solution = (source(lab.name, question.slug) for source in (fresh_exercise, solution_source))
    assert signatures(fresh) == signatures(solution)
    assert "SOLUTION" not in fresh
    assert ("NotImplementedError" in fresh) == (question.kind == "code")


@every_question
def test_hints_are_for_something_that_can_fail(lab: Lab, question: Question) -> None:
    """Each targeted ladder names a check or a misconception, or a diagnosis that a check makes by itself."""
    names = {check.name for check in of(question).checks} | {
        item.slug for item in of(question).misconceptions
    }
    said = set(re.findall(r'"([a-z0-9-]+)"', question.source.with_suffix(".py").read_text(encoding="utf-8")))
    assert {ladder.target for ladder in question.ladders} - {""} - names - said - DECIDED == set()


@every_question
def test_every_claim_is_a_sentence(lab: Lab, question: Question) -> None:
    """Claims and the sentences of misconceptions are read by learners."""
    claims = [check.claim for check in of(question).checks]
    for sentence in claims + [item.sentence for item in of(question).misconceptions]:
        assert sentence.endswith((".", "?")) and len(sentence.split()) > 2, sentence


@every_question
def test_answers_of_predictions_come_from_running(lab: Lab, question: Question) -> None:
    """Each is computed by the reference, has the form that is asked for, and is right when typed as shown."""
    stuff = tryout.material(question.slug)
    judge = Judge(stuff, of(question), SEED)
    subject = Inline(stuff, stuff.solution, SEED)
    assert set(of(question).predictions) == {prediction.name for prediction in question.predictions}
    for prediction in question.predictions:
        actual = of(question).predictions[prediction.name].run(judge.trial(prediction.name, subject))
        if prediction.options:
            assert actual in [option.key for option in prediction.options]
        value = understand(prediction, str(actual) if prediction.options else show(prediction, actual))
        assert not isinstance(value, Misread), (prediction.name, actual, value)
        assert matches(prediction, value, actual), (prediction.name, actual)


@every_question
def test_the_solution_passes_every_check(lab: Lab, question: Question) -> None:
    """Whatever the random inputs."""
    stuff = tryout.material(question.slug)
    for seed in (SEED, SEED + 1):
        _, results = tryout.judged(stuff, stuff.solution, seed)
        assert [r for r in results if r.status is not Status.PASSED] == []


@pytest.mark.parametrize(("lab", "question"), [p for p in QUESTIONS if p.values[1].kind == "code"])
def test_checks_and_misconceptions_hold_each_other(
    lab: Lab, question: Question, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every misconception is rejected and told by its own name, and every check rejects one."""
    assert tryout.try_promises(tryout.material(question.slug), SEED) == 0, capsys.readouterr().out
