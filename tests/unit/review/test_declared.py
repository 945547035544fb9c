"""The names read from a lab's files as text are those that its modules really declare."""

from __future__ import annotations

import pytest

from tutor.checking import families, promises
from tutor.content import lab_names, load_lab
from tutor.model import Lab, Question
from tutor.places import labs_folder
from tutor.review.declared import Declared

QUESTIONS = [
    pytest.param(lab, question, id=question.slug)
    for lab in map(load_lab, (labs_folder() / name for name in lab_names()))
    for question in lab.questions
]


@pytest.mark.parametrize(("lab", "question"), QUESTIONS)
def test_families(lab: Lab, question: Question) -> None:
    """Every question has a family, and the text shows exactly those that the module has."""
    real = families.load(lab.folder / "review" / f"{question.slug}.py")
    expected = {name: (name, *family.predictions) for name, family in real.items()}
    assert Declared(lab.folder).families(question.slug) == expected
    assert real


@pytest.mark.parametrize(("lab", "question"), QUESTIONS)
def test_families_stand_for_predictions_of_their_question(lab: Lab, question: Question) -> None:
    """Each for its own, no prediction twice."""
    families = Declared(lab.folder).families(question.slug)
    others = [name for family, covered in families.items() for name in covered if name != family]
    assert len(others) == len(set(others))
    assert set(others) <= {prediction.name for prediction in question.predictions} - set(families)


@pytest.mark.parametrize(("lab", "question"), QUESTIONS)
def test_misconceptions(lab: Lab, question: Question) -> None:
    """Misconceptions are known by the slugs that reports use."""
    path = lab.folder / f"{question.slug}.py"
    if not path.exists():
        pytest.skip("this question has no promises yet")
    real = {item.slug for item in promises.load(path).misconceptions}
    assert Declared(lab.folder).misconceptions(question.slug) == real


def test_a_missing_file_declares_nothing(lab: Lab) -> None:
    """A lab need not have review files."""
    declared = Declared(lab.folder)
    assert declared.families("q99") == {}
    assert declared.misconceptions("q99") == frozenset()
